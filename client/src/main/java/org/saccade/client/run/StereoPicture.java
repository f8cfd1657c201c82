package org.saccade.client.run;

import org.jspecify.annotations.Nullable;
import org.saccade.offload.policy.Mode;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.ClipBox;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.HiddenArea;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.pass.StereoTarget;
import org.saccade.xr.ViewPose;

/**
 * What a pair of eyes sees, drawn in one pass: at full size, smaller where a decision says so, and
 * two blended while one mode fades into another. Frame thread.
 */
final class StereoPicture implements AutoCloseable {
  private static final int WARM_PIXELS = 64;

  private final GpuScope gpu = new GpuScope("stereo picture");
  private final FadePass fadePass = new FadePass(gpu);
  private final Stage stage;
  private final AntiAliasing antiAliasing;
  private final PictureSize size;
  private final Views.Scratch leftScratch = new Views.Scratch();
  private final Views.Scratch rightScratch = new Views.Scratch();
  private final StereoTarget target;
  private final @Nullable StereoTarget[] scaled = new StereoTarget[DrawnScale.STEPS];
  private @Nullable StereoTarget former;
  private StereoTarget drawn;
  private @Nullable HiddenArea hiddenLeft;
  private @Nullable HiddenArea hiddenRight;

  StereoPicture(Stage stage, PictureSize size, AntiAliasing antiAliasing) {
    this.stage = stage;
    this.size = size;
    this.antiAliasing = antiAliasing;
    target = made(size.width(), size.height());
    drawn = target;
  }

  /** Draws each mode once, so that no later frame of it waits for a shader. */
  void warmUp() {
    try (var small = made(WARM_PIXELS, WARM_PIXELS)) {
      for (var mode : Mode.values()) {
        stage.warmUp(small, mode);
      }
    }
  }

  private StereoTarget made(int width, int height) {
    return StereoTarget.display(width, height, antiAliasing);
  }

  PictureSize size() {
    return size;
  }

  /** An eye's finished picture; valid after {@link #draw}. */
  RenderTarget finished(int eye) {
    return eye(target, eye);
  }

  /** The depth of what was drawn for an eye; smaller than the picture where that was scaled. */
  Texture depth(int eye) {
    return eye(drawn, eye).depth();
  }

  private static RenderTarget eye(StereoTarget of, int eye) {
    return eye == 0 ? of.left() : of.right();
  }

  /** What no lens shows of each eye's view; null where all of it is seen. */
  void hide(@Nullable HiddenArea ofLeft, @Nullable HiddenArea ofRight) {
    hiddenLeft = ofLeft;
    hiddenRight = ofRight;
  }

  /** Draws both views; two modes and a blend while one fades. */
  void draw(
      ViewPose left,
      ViewPose right,
      CrossFade fade,
      double localScale,
      TileLayer tiles,
      @Nullable ClipBox box) {
    drawn = single(left, right, fade.mode(), localScale, tiles, box, target);
    var fading = fade.former();
    if (fading != null) {
      var other = formerTarget();
      single(left, right, fading, localScale, tiles, box, other);
      for (int eye = 0; eye < 2; eye++) {
        var over = eye(target, eye).resolved();
        fadePass.blend(eye(other, eye).colour(), fade.formerWeight(), over);
      }
    }
  }

  /** One mode's picture, finished, in {@code into}; returns what it was drawn into. */
  private StereoTarget single(
      ViewPose left,
      ViewPose right,
      Mode mode,
      double localScale,
      TileLayer tiles,
      @Nullable ClipBox box,
      StereoTarget into) {
    var at = mode == Mode.LOCAL ? scaledTarget(localScale, into) : into;
    DrawView leftView = Views.draw(left, at.width(), at.height(), leftScratch);
    DrawView rightView = Views.draw(right, at.width(), at.height(), rightScratch);
    at.hide(hiddenLeft, hiddenRight);
    stage.draw(at, leftView, rightView, mode, tiles, box);
    at.resolve();
    if (at != into) {
      at.left().resolved().blitColour(into.left().resolved());
      at.right().resolved().blitColour(into.right().resolved());
    }
    return at;
  }

  private StereoTarget formerTarget() {
    var existing = former;
    if (existing == null) {
      existing = made(size.width(), size.height());
      former = existing;
    }
    return existing;
  }

  /** Each is kept once made, as for one view. */
  private StereoTarget scaledTarget(double scale, StereoTarget full) {
    int step = DrawnScale.step(scale);
    if (step == DrawnScale.STEPS) {
      return full;
    }
    var existing = scaled[step];
    if (existing == null) {
      existing =
          made(DrawnScale.pixels(size.width(), step), DrawnScale.pixels(size.height(), step));
      scaled[step] = existing;
    }
    return existing;
  }

  @Override
  public void close() {
    target.close();
    if (former != null) {
      former.close();
    }
    for (var made : scaled) {
      if (made != null) {
        made.close();
      }
    }
    gpu.close();
  }
}
