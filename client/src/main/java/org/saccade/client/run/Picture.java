package org.saccade.client.run;

import static org.lwjgl.opengl.GL45C.glFinish;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.policy.Mode;
import org.saccade.render.gpu.GpuDevice;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.ClipBox;
import org.saccade.render.pass.HiddenArea;
import org.saccade.render.pass.RenderTarget;
import org.saccade.xr.Gaze;
import org.saccade.xr.ViewPose;

/** The pictures a frame draws: one a view, of the screen or of each eye. Frame thread. */
final class Picture implements AutoCloseable {
  private static final int WARM_PIXELS = 64;

  private final Stage stage;
  private final AntiAliasing antiAliasing;
  private final boolean isFoveated;
  private final List<ViewPicture> views = new ArrayList<>();
  private @Nullable StereoPicture pair;
  private List<PictureSize> sizes;
  private List<HiddenArea> hidden = List.of();
  private Gaze gaze = Gaze.centre(0);
  private int allowance = 1;

  /**
   * Begins with one view.
   *
   * @param isFoveated Local pictures become coarser away from the gaze; Hybrid and Edge do not
   */
  Picture(Stage stage, PictureSize size, AntiAliasing antiAliasing, boolean isFoveated) {
    this.stage = stage;
    this.antiAliasing = antiAliasing;
    this.isFoveated = isFoveated;
    this.sizes = List.of(size);
    views.add(new ViewPicture(stage, size, antiAliasing, isFoveated));
  }

  /** Takes another number of views, or other sizes; nothing happens when they are the same. */
  void resize(List<PictureSize> wanted) {
    if (wanted.equals(sizes)) {
      return;
    }
    hide(List.of());
    closePair();
    if (canShareAPass(wanted)) {
      closeViewsFrom(0);
      pair = new StereoPicture(stage, wanted.getFirst(), antiAliasing);
      pair.warmUp(); // once for all modes, and not in the first frame of each
    } else {
      closeViewsFrom(wanted.size());
      for (int i = 0; i < views.size(); i++) {
        views.get(i).resize(wanted.get(i));
      }
      while (views.size() < wanted.size()) {
        views.add(new ViewPicture(stage, wanted.get(views.size()), antiAliasing, isFoveated));
      }
    }
    sizes = wanted;
  }

  /**
   * Where the processor draws, one pass for both eyes has no gain: it spares submission, and there
   * that is little; and a picture that is finer around the gaze is drawn in parts of its own.
   */
  private boolean canShareAPass(List<PictureSize> wanted) {
    var device = GpuDevice.current();
    return wanted.size() == 2
        && wanted.get(0).equals(wanted.get(1))
        && !isFoveated
        && device.canChooseLayers()
        && !device.isSoftware();
  }

  private void closeViewsFrom(int first) {
    while (views.size() > first) {
      views.removeLast().close();
    }
  }

  private void closePair() {
    if (pair != null) {
      pair.close();
      pair = null;
    }
  }

  /** What no lens shows of each view; empty where all of it is seen. */
  void hide(List<HiddenArea> areas) {
    if (areas == hidden) {
      return;
    }
    hidden = areas;
    boolean isAny = !areas.isEmpty();
    if (pair != null) {
      pair.hide(isAny ? areas.get(0) : null, isAny ? areas.get(1) : null);
    }
    for (int i = 0; i < views.size(); i++) {
      views.get(i).hide(isAny ? areas.get(i) : null);
    }
  }

  /** Pixels of each view. */
  List<PictureSize> sizes() {
    return sizes;
  }

  /** Pixels of the first view. */
  PictureSize size() {
    return sizes.getFirst();
  }

  /** The first view's finished picture; valid after {@link #draw}. */
  RenderTarget finished() {
    return finished(0);
  }

  /** A view's finished picture; valid after {@link #draw}. */
  RenderTarget finished(int view) {
    return pair == null ? views.get(view).finished() : pair.finished(view);
  }

  /**
   * A view's depth, near / distance; smaller than its picture where that was drawn scaled, null
   * where there is none of the whole.
   */
  @Nullable Texture depth(int view) {
    return pair == null ? views.get(view).depth() : pair.depth(view);
  }

  /** Moves what moves. */
  void animate(double seconds) {
    stage.animate(seconds);
  }

  /** Draws a mode once, so that no frame of it waits for a shader. */
  void warmUp(Mode mode) {
    try (var small = RenderTarget.display(WARM_PIXELS, WARM_PIXELS, antiAliasing);
        var gpu = new GpuScope("warm-up")) {
      stage.warmUp(small, mode);
      new FadePass(gpu).blend(small.colour(), 0, finished().resolved());
    }
    glFinish();
  }

  /** Whether Local pictures are finer around the gaze. */
  boolean isFoveated() {
    return isFoveated;
  }

  /** By how much more than pixels hide meshes may lose; 1 at first. */
  void allow(int more) {
    allowance = more;
  }

  /** Triangles drawn since this was asked last. */
  long takeTriangles() {
    return stage.renderer().takeTriangles();
  }

  /** Where the eyes look in the next draw, in head space. */
  void look(Gaze at) {
    gaze = at;
    for (int i = 0; i < views.size(); i++) {
      views.get(i).look(at);
    }
  }

  /** Draws every view; two modes and a blend while one fades. */
  void draw(
      List<ViewPose> from,
      CrossFade fade,
      double localScale,
      TileLayer tiles,
      @Nullable ClipBox box) {
    stage.allow(
        isFoveated
            ? Eyesight.foveated(allowance, from.getFirst(), gaze)
            : Eyesight.unknown(allowance));
    if (pair != null) {
      pair.draw(from.get(0), from.get(1), fade, localScale, tiles, box);
    }
    for (int i = 0; i < views.size(); i++) {
      views.get(i).draw(from.get(i), fade, localScale, tiles, box);
    }
  }

  @Override
  public void close() {
    closePair();
    closeViewsFrom(0);
  }
}
