package org.saccade.client.bench.foveation;

import java.util.Arrays;

/** A picture: red in the lowest byte, lowest row first. Whoever made it owns it. */
public final class Raster {
  private final int width;
  private final int height;
  private final int[] rgba;

  /** A picture over these pixels, which are not copied. */
  public Raster(int width, int height, int[] rgba) {
    if (width < 1 || height < 1 || rgba.length != width * height) {
      throw new IllegalArgumentException(
          "%d pixels for a picture of %dx%d".formatted(rgba.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.rgba = rgba;
  }

  /** A black picture. */
  public static Raster black(int width, int height) {
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, 0xFF00_0000);
    return new Raster(width, height, pixels);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The live pixels. */
  public int[] rgba() {
    return rgba;
  }

  int at(int x, int y) {
    return rgba[y * width + x];
  }

  void set(int x, int y, int value) {
    rgba[y * width + x] = value;
  }

  /** The colour between four pixels' middles; (0.5, 0.5) is the middle of the lowest left one. */
  int between(double x, double y) {
    double left = Math.clamp(x - 0.5, 0, width - 1.0);
    double low = Math.clamp(y - 0.5, 0, height - 1.0);
    int x0 = Math.min((int) left, Math.max(0, width - 2));
    int y0 = Math.min((int) low, Math.max(0, height - 2));
    int x1 = Math.min(x0 + 1, width - 1);
    int y1 = Math.min(y0 + 1, height - 1);
    return mixed(at(x0, y0), at(x1, y0), at(x0, y1), at(x1, y1), left - x0, low - y0);
  }

  private static int mixed(int a, int b, int c, int d, double right, double up) {
    int result = 0xFF00_0000;
    for (int shift = 0; shift < 24; shift += 8) {
      double lower = (a >>> shift & 255) * (1 - right) + (b >>> shift & 255) * right;
      double upper = (c >>> shift & 255) * (1 - right) + (d >>> shift & 255) * right;
      result |= (int) (lower * (1 - up) + upper * up + 0.5) << shift;
    }
    return result;
  }
}
