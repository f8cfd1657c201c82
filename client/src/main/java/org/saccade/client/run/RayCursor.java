package org.saccade.client.run;

import static org.lwjgl.opengl.GL45C.GL_RGBA;
import static org.lwjgl.opengl.GL45C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL45C.glTextureSubImage2D;

import java.nio.ByteBuffer;
import org.lwjgl.BufferUtils;
import org.saccade.xr.Pose;
import org.saccade.xr.runtime.Layers;
import org.saccade.xr.runtime.Swapchain;
import org.saccade.xr.runtime.XrDisplay;

/**
 * The dot where a hand's ray meets a panel: a layer of its own, drawn once, so that it follows the
 * hand in every frame while panels are redrawn 15 times a second. Frame thread.
 */
final class RayCursor {
  private static final int PIXELS = 64;
  private static final double METRES = 0.024;
  private static final double METRES_PRESSED = 0.017;

  private final int number;
  private final Layers layers;
  private final Swapchain swapchain;
  private boolean isDrawn;

  /**
   * @param number its layer, in front of the panels'
   */
  RayCursor(int number, XrDisplay display) {
    this.number = number;
    layers = display.layers();
    swapchain = display.panel(PIXELS, PIXELS);
  }

  /** Shows it here. */
  void show(Pose at, boolean isPressed) {
    if (!isDrawn) {
      int place = swapchain.acquire();
      try {
        int name = swapchain.texture(place);
        glTextureSubImage2D(name, 0, 0, 0, PIXELS, PIXELS, GL_RGBA, GL_UNSIGNED_BYTE, disc(PIXELS));
      } finally {
        swapchain.release();
      }
      isDrawn = true;
    }
    layers.showPanel(number, swapchain, at, (float) (isPressed ? METRES_PRESSED : METRES));
  }

  void hide() {
    layers.hidePanel(number);
  }

  /** A white disc in a dark ring, straight alpha: seen on any ground. */
  static ByteBuffer disc(int pixels) {
    var all = BufferUtils.createByteBuffer(pixels * pixels * 4);
    double middle = (pixels - 1) / 2.0;
    for (int y = 0; y < pixels; y++) {
      for (int x = 0; x < pixels; x++) {
        double radius = Math.hypot(x - middle, y - middle) / (pixels / 2.0);
        int grey = (int) (255 * Math.clamp((0.68 - radius) * pixels / 4 + 0.5, 0.06, 1));
        int alpha = (int) (255 * Math.clamp((0.94 - radius) * pixels / 4 + 0.5, 0, 1));
        all.put((byte) grey).put((byte) grey).put((byte) grey).put((byte) alpha);
      }
    }
    return all.flip();
  }
}
