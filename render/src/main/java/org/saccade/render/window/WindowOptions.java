package org.saccade.render.window;

/**
 * How a window begins.
 *
 * @param width in screen coordinates; the framebuffer may have more pixels
 * @param height in screen coordinates
 */
public record WindowOptions(
    String title,
    int width,
    int height,
    boolean isVisible,
    boolean isFullScreen,
    boolean isVsync,
    boolean isDebug) {

  public WindowOptions {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "window size is %dx%d; expected at least 1x1".formatted(width, height));
    }
  }

  /** A visible window that follows the display's rate. */
  public static WindowOptions of(String title, int width, int height) {
    return new WindowOptions(title, width, height, true, false, true, false);
  }
}
