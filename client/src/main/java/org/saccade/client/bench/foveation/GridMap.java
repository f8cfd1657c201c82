package org.saccade.client.bench.foveation;

/** A picture squeezed along its two axes, and stretched again. Immutable. */
public final class GridMap {
  private final AxisMap across;
  private final AxisMap up;

  GridMap(AxisMap across, AxisMap up) {
    this.across = across;
    this.up = up;
  }

  /** Equal texels. */
  public static GridMap even(int texels, int pixels) {
    return new GridMap(AxisMap.even(texels, pixels), AxisMap.even(texels, pixels));
  }

  long texels() {
    return (long) across.texels() * up.texels();
  }

  /**
   * The squeezed picture: each texel is the mean of what it covers.
   *
   * @param finer how many pixels of the source make one of the picture that the maps speak of
   */
  public Raster squeeze(Raster source, int finer) {
    int width = across.texels();
    int height = up.texels();
    float[] rows = new float[3 * width * source.height()];
    for (int y = 0; y < source.height(); y++) {
      for (int x = 0; x < width; x++) {
        double from = across.edge(x) * finer;
        double to = across.edge(x + 1) * finer;
        for (int i = (int) from; i < Math.min(source.width(), Math.ceil(to)); i++) {
          float share = (float) ((Math.min(to, i + 1) - Math.max(from, i)) / (to - from));
          add(rows, y * width + x, source.at(i, y), share);
        }
      }
    }
    var squeezed = Raster.black(width, height);
    for (int y = 0; y < height; y++) {
      column(rows, up.edge(y) * finer, up.edge(y + 1) * finer, source.height(), squeezed, y);
    }
    return squeezed;
  }

  private static void add(float[] sums, int at, int rgba, float share) {
    sums[3 * at] += share * (rgba & 255);
    sums[3 * at + 1] += share * (rgba >>> 8 & 255);
    sums[3 * at + 2] += share * (rgba >>> 16 & 255);
  }

  private static void column(float[] rows, double from, double to, int height, Raster into, int y) {
    int width = into.width();
    float[] sums = new float[3 * width];
    for (int i = (int) from; i < Math.min(height, Math.ceil(to)); i++) {
      float share = (float) ((Math.min(to, i + 1) - Math.max(from, i)) / (to - from));
      for (int k = 0; k < 3 * width; k++) {
        sums[k] += share * rows[3 * i * width + k];
      }
    }
    for (int x = 0; x < width; x++) {
      into.set(x, y, packed(sums[3 * x], sums[3 * x + 1], sums[3 * x + 2]));
    }
  }

  static int packed(float red, float green, float blue) {
    return 0xFF00_0000
        | Math.clamp((int) (blue + 0.5f), 0, 255) << 16
        | Math.clamp((int) (green + 0.5f), 0, 255) << 8
        | Math.clamp((int) (red + 0.5f), 0, 255);
  }

  /** The picture again, bilinear between the texels' middles. */
  public Raster stretch(Raster squeezed, int width, int height) {
    double[] xs = across.places(width);
    double[] ys = up.places(height);
    var shown = Raster.black(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        shown.set(x, y, squeezed.between(xs[x], ys[y]));
      }
    }
    return shown;
  }
}
