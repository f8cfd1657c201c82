package org.saccade.client.run;

import static org.lwjgl.opengl.GL30C.GL_COLOR;
import static org.lwjgl.opengl.GL30C.GL_DEPTH_TEST;
import static org.lwjgl.opengl.GL30C.glClearBufferfv;
import static org.lwjgl.opengl.GL30C.glDepthMask;
import static org.lwjgl.opengl.GL30C.glDisable;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saccade.client.panel.PanelPlace;
import org.saccade.client.ui.Sheets;
import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.xr.Pose;
import org.saccade.xr.runtime.Layers;
import org.saccade.xr.runtime.Swapchain;
import org.saccade.xr.runtime.XrDisplay;

/**
 * A sheet that stands in the play space, redrawn now and then: what it shows is read, and the
 * runtime keeps it in place at its own rate meanwhile. Frame thread.
 */
final class FloatingPanel {
  private static final float[] GROUND = {Sheets.ground(0), Sheets.ground(1), Sheets.ground(2), 0};

  private final long periodNanos;
  private final int number;
  private final Layers layers;
  private final Swapchain swapchain;
  private final List<Framebuffer> targets;
  private @Nullable PanelPlace place;
  private boolean isDrawn;
  private long drawnNanos;

  /**
   * Hidden at first.
   *
   * @param number its layer
   * @param periodNanos the least time between two redraws
   * @param size pixels
   */
  FloatingPanel(int number, long periodNanos, PictureSize size, XrDisplay display, GpuScope gpu) {
    this.number = number;
    this.periodNanos = periodNanos;
    layers = display.layers();
    swapchain = display.panel(size.width(), size.height());
    targets = HeadsetScreen.framebuffers(gpu, swapchain);
  }

  /** Where it stands; null while it is hidden. */
  @Nullable PanelPlace place() {
    return place;
  }

  /** Stands here from now on. */
  void put(PanelPlace at) {
    place = at;
  }

  /** Goes away. */
  void hide() {
    place = null;
    isDrawn = false;
    layers.hidePanel(number);
  }

  /** Pixels. */
  int width() {
    return swapchain.width();
  }

  /** Pixels. */
  int height() {
    return swapchain.height();
  }

  /** Whether it shows anything yet. */
  boolean isDrawn() {
    return isDrawn;
  }

  /** Whether it is to be drawn anew. */
  boolean isDue(long nowNanos) {
    return place != null && (!isDrawn || nowNanos - drawnNanos >= periodNanos);
  }

  /** What was drawn last serves for another period. */
  void keep(long nowNanos) {
    drawnNanos = nowNanos;
  }

  /** Draws it anew; it is seen once {@link #show} was called, too. */
  void draw(long nowNanos, Runnable sheet) {
    var target = targets.get(swapchain.acquire());
    try {
      target.bind();
      glDisable(GL_DEPTH_TEST);
      glDepthMask(false);
      glClearBufferfv(GL_COLOR, 0, GROUND);
      sheet.run();
    } finally {
      swapchain.release();
    }
    isDrawn = true;
    drawnNanos = nowNanos;
  }

  /** Shows what was drawn last. */
  void show() {
    var at = place;
    if (at != null && isDrawn) {
      show(at.pose(), at.width());
    }
  }

  /** Shows what was drawn last somewhere else. */
  void show(Pose pose, double width) {
    layers.showPanel(number, swapchain, pose, (float) width);
  }
}
