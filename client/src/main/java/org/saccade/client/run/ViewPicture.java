package org.saccade.client.run;

import org.jspecify.annotations.Nullable;
import org.saccade.offload.policy.Mode;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.ClipBox;
import org.saccade.render.pass.HiddenArea;
import org.saccade.render.pass.RenderTarget;
import org.saccade.xr.Gaze;
import org.saccade.xr.ViewPose;

/**
 * What one view shows: drawn at full size, smaller and stretched where a decision says so, and two
 * blended while one mode fades into another. Frame thread.
 */
final class ViewPicture implements AutoCloseable {
  private final GpuScope gpu = new GpuScope("picture");
  private final FadePass fadePass = new FadePass(gpu);
  private final Stage stage;
  private final AntiAliasing antiAliasing;
  private final @Nullable FoveatedPicture foveated;
  private final Views.Scratch scratch = new Views.Scratch();
  private PictureSize size;
  private Gaze gaze = Gaze.centre(0);
  private RenderTarget target;
  private @Nullable Texture depth;
  private @Nullable HiddenArea hidden;
  private @Nullable RenderTarget former;
  private final @Nullable RenderTarget[] scaled = new RenderTarget[DrawnScale.STEPS];

  /**
   * @param isFoveated Local pictures become coarser away from the gaze; Hybrid and Edge do not
   */
  ViewPicture(Stage stage, PictureSize size, AntiAliasing antiAliasing, boolean isFoveated) {
    this.stage = stage;
    foveated = isFoveated ? new FoveatedPicture(antiAliasing) : null;
    this.size = size;
    this.antiAliasing = antiAliasing;
    this.target = RenderTarget.display(size.width(), size.height(), antiAliasing);
    depth = target.depth();
  }

  /** Takes another size; nothing happens when it is the same. */
  void resize(PictureSize wanted) {
    if (wanted.equals(size)) {
      return;
    }
    closeTargets();
    size = wanted;
    target = RenderTarget.display(size.width(), size.height(), antiAliasing);
    depth = target.depth();
    former = null;
  }

  PictureSize size() {
    return size;
  }

  /** The finished picture; valid after {@link #draw}. */
  RenderTarget finished() {
    return target;
  }

  /**
   * The depth of what was drawn, near / distance; smaller than the picture where that was scaled,
   * null where it was drawn in parts of several resolutions.
   */
  @Nullable Texture depth() {
    return depth;
  }

  /** What no lens shows of it; null where all of it is seen. */
  void hide(@Nullable HiddenArea area) {
    hidden = area;
  }

  /** Where the eyes look in the next draw, in head space, which the view on a screen shares. */
  void look(Gaze at) {
    gaze = at;
  }

  /** Draws a view; two modes and a blend while one fades. */
  void draw(
      ViewPose view, CrossFade fade, double localScale, TileLayer tiles, @Nullable ClipBox box) {
    var shown = single(view, fade.mode(), target, localScale, tiles, box);
    boolean isInParts = fade.mode() == Mode.LOCAL && foveated != null;
    depth = isInParts ? null : shown.depth();
    var fading = fade.former();
    if (fading != null) {
      var other = formerTarget();
      single(view, fading, other, localScale, tiles, box);
      fadePass.blend(other.colour(), fade.formerWeight(), target.resolved());
    }
  }

  /** One mode's picture, finished, in {@code into}; returns what it was drawn into. */
  private RenderTarget single(
      ViewPose view,
      Mode mode,
      RenderTarget into,
      double localScale,
      TileLayer tiles,
      @Nullable ClipBox box) {
    var drawn = mode == Mode.LOCAL ? scaledTarget(localScale, into) : into;
    if (mode == Mode.LOCAL && foveated != null) {
      foveated.draw(drawn.resolved(), view, gaze, stage::drawPart);
    } else {
      drawn.hide(hidden);
      var seen = Views.draw(view, drawn.width(), drawn.height(), scratch);
      stage.draw(drawn, seen, mode, tiles, box);
      drawn.resolve();
    }
    if (drawn != into) {
      drawn.resolved().blitColour(into.resolved());
    }
    return drawn;
  }

  private RenderTarget formerTarget() {
    var existing = former;
    if (existing == null) {
      existing = RenderTarget.display(size.width(), size.height(), antiAliasing);
      former = existing;
    }
    return existing;
  }

  /**
   * The target for a scale per axis, in steps of an eighth. Each is kept once made, for a scale
   * that changes back and forth must not cost a frame its time; all of them together are 2.2 times
   * as large as the full one.
   */
  private RenderTarget scaledTarget(double scale, RenderTarget full) {
    int step = DrawnScale.step(scale);
    if (step == DrawnScale.STEPS) {
      return full;
    }
    var existing = scaled[step];
    if (existing != null) {
      return existing;
    }
    int width = DrawnScale.pixels(size.width(), step);
    int height = DrawnScale.pixels(size.height(), step);
    var fresh = RenderTarget.display(width, height, antiAliasing);
    scaled[step] = fresh;
    return fresh;
  }

  private void closeTargets() {
    target.close();
    if (former != null) {
      former.close();
    }
    for (int i = 0; i < DrawnScale.STEPS; i++) {
      if (scaled[i] != null) {
        scaled[i].close();
        scaled[i] = null;
      }
    }
  }

  @Override
  public void close() {
    closeTargets();
    if (foveated != null) {
      foveated.close();
    }
    gpu.close();
  }
}
