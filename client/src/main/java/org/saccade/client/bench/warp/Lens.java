package org.saccade.client.bench.warp;

import org.saccade.client.run.PictureSize;
import org.saccade.xr.Fov;

/**
 * Where a view's pixels lie on the plane at distance 1: tangents of the lower left corner and of a
 * pixel.
 */
record Lens(double left, double low, double across, double up) {
  static Lens of(Fov fov, int width, int height) {
    double left = Math.tan(fov.left());
    double low = Math.tan(fov.down());
    return new Lens(
        left, low, (Math.tan(fov.right()) - left) / width, (Math.tan(fov.up()) - low) / height);
  }

  static Lens of(Fov fov, PictureSize size) {
    return of(fov, size.width(), size.height());
  }

  /** Tangent of a pixel's middle, to the right. */
  double x(int pixel) {
    return left + (pixel + 0.5) * across;
  }

  /** Tangent of a pixel's middle, upwards. */
  double y(int pixel) {
    return low + (pixel + 0.5) * up;
  }

  /** The place of a tangent among pixels: whole in a pixel's middle. */
  double column(double tangent) {
    return (tangent - left) / across - 0.5;
  }

  /** The same from the lowest row. */
  double row(double tangent) {
    return (tangent - low) / up - 0.5;
  }
}
