package org.saccade.client.run;

import static org.lwjgl.opengl.GL45C.glFinish;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.policy.Mode;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Texture;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.ClipBox;
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
  private List<PictureSize> sizes;

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
    while (views.size() > wanted.size()) {
      views.removeLast().close();
    }
    for (int i = 0; i < views.size(); i++) {
      views.get(i).resize(wanted.get(i));
    }
    while (views.size() < wanted.size()) {
      views.add(new ViewPicture(stage, wanted.get(views.size()), antiAliasing, isFoveated));
    }
    sizes = wanted;
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
    return views.get(view).finished();
  }

  /** A view's depth, near / distance; smaller than its picture where that was drawn scaled. */
  Texture depth(int view) {
    return views.get(view).depth();
  }

  /** Moves what moves. */
  void animate(double seconds) {
    stage.animate(seconds);
  }

  /** The scale per axis that a picture asked for at {@code scale} is really drawn at. */
  static double drawnScale(double scale) {
    return ViewPicture.drawnScale(scale);
  }

  /** Draws a mode once, so that no frame of it waits for a shader. */
  void warmUp(Mode mode) {
    try (var small = RenderTarget.display(WARM_PIXELS, WARM_PIXELS, antiAliasing);
        var gpu = new GpuScope("warm-up")) {
      stage.warmUp(small, mode);
      new FadePass(gpu).blend(small.colour(), 0, views.getFirst().finished().resolved());
    }
    glFinish();
  }

  /** Where the eyes look in the next draw, in head space. */
  void look(Gaze at) {
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
    for (int i = 0; i < views.size(); i++) {
      views.get(i).draw(from.get(i), fade, localScale, tiles, box);
    }
  }

  @Override
  public void close() {
    views.forEach(ViewPicture::close);
    views.clear();
  }
}
