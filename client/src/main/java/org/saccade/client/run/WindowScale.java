package org.saccade.client.run;

/**
 * How a window's pixels, points and units relate. A point is what text is measured in: more pixels
 * on a finer display. A unit is what the window system counts in: a pixel on X11 and Windows
 * whatever the display, a point on Wayland. Pure.
 */
record WindowScale(double pixelsPerPoint, double pixelsPerUnit) {
  static WindowScale of(double contentScale, int framebufferWidth, int windowWidth) {
    return new WindowScale(
        contentScale > 0 ? contentScale : 1,
        framebufferWidth > 0 && windowWidth > 0 ? (double) framebufferWidth / windowWidth : 1);
  }

  /** Pixels a point of text and panels; small displays do not shrink them. */
  float overlay(double chosen) {
    return (float) (Math.max(1, pixelsPerPoint) * chosen);
  }

  /** A length in points. */
  int points(int pixels) {
    return (int) Math.round(pixels / pixelsPerPoint);
  }

  /** A place of the pointer in pixels. */
  double pixels(double units) {
    return units * pixelsPerUnit;
  }

  /** A place in pixels as -1..1 across a picture. */
  static double across(double pixels, int size) {
    return Math.clamp(2 * pixels / Math.max(1, size) - 1, -1, 1);
  }
}
