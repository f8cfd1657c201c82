package org.saccade.assets.mesh;

/**
 * Smooth gradient noise in [-1, 1] that repeats after a whole number of cells, so that textures
 * tile. Immutable once made; any thread.
 */
public final class Noise {
  private static final int TABLE = 256;
  private static final double[] GRADIENT_X = new double[TABLE];
  private static final double[] GRADIENT_Y = new double[TABLE];
  private static final double[] GRADIENT_Z = new double[TABLE];

  private final int[] order = new int[TABLE * 2];

  static {
    Chance chance = new Chance(99);
    for (int i = 0; i < TABLE; i++) {
      double angle = i * 2 * StrictMath.PI / TABLE;
      double height = chance.between(-1, 1);
      GRADIENT_X[i] = StrictMath.cos(angle);
      GRADIENT_Y[i] = StrictMath.sin(angle);
      GRADIENT_Z[i] = height;
    }
  }

  /** Makes a noise of its own from {@code chance}. */
  public Noise(Chance chance) {
    for (int i = 0; i < TABLE; i++) {
      order[i] = i;
    }
    for (int i = TABLE - 1; i > 0; i--) {
      int other = chance.below(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    System.arraycopy(order, 0, order, TABLE, TABLE);
  }

  /** Noise of cells of side 1 that repeats after {@code period} cells (a whole number <= 256). */
  public double at(double x, double y, int period) {
    int cellX = (int) Math.floor(x);
    int cellY = (int) Math.floor(y);
    double fx = x - cellX;
    double fy = y - cellY;
    int x0 = Math.floorMod(cellX, period);
    int y0 = Math.floorMod(cellY, period);
    int x1 = x0 + 1 == period ? 0 : x0 + 1;
    int y1 = y0 + 1 == period ? 0 : y0 + 1;
    double sx = fade(fx);
    double low = mix(flat(x0, y0, fx, fy), flat(x1, y0, fx - 1, fy), sx);
    double high = mix(flat(x0, y1, fx, fy - 1), flat(x1, y1, fx - 1, fy - 1), sx);
    return 1.4 * mix(low, high, fade(fy));
  }

  /** Noise in space with cells of side 1; repeats after 256 cells. */
  public double at(Vec point) {
    int cellX = (int) Math.floor(point.x());
    int cellY = (int) Math.floor(point.y());
    int cellZ = (int) Math.floor(point.z());
    Vec f = new Vec(point.x() - cellX, point.y() - cellY, point.z() - cellZ);
    double sx = fade(f.x());
    double sy = fade(f.y());
    double[] layers = new double[2];
    for (int k = 0; k < 2; k++) {
      double low =
          mix(
              deep(cellX, cellY, cellZ + k, f, 0, 0, k),
              deep(cellX + 1, cellY, cellZ + k, f, 1, 0, k),
              sx);
      double high =
          mix(
              deep(cellX, cellY + 1, cellZ + k, f, 0, 1, k),
              deep(cellX + 1, cellY + 1, cellZ + k, f, 1, 1, k),
              sx);
      layers[k] = mix(low, high, sy);
    }
    return mix(layers[0], layers[1], fade(f.z()));
  }

  /** Sum of {@code octaves} noises, each twice as fine and half as strong; repeats alike. */
  public double cloud(double x, double y, int period, int octaves) {
    double sum = 0;
    double strength = 0.5;
    int scale = 1;
    for (int i = 0; i < octaves; i++) {
      sum += strength * at(x * scale + i * 7.31, y * scale + i * 3.17, period * scale);
      strength /= 2;
      scale *= 2;
    }
    return sum;
  }

  /** Sum of noises in space. */
  public double cloud(Vec point, int octaves) {
    double sum = 0;
    double strength = 0.5;
    Vec at = point;
    for (int i = 0; i < octaves; i++) {
      sum += strength * at(at);
      strength /= 2;
      at = at.times(2).plus(new Vec(7.3, 3.1, 5.7));
    }
    return sum;
  }

  private double flat(int x, int y, double dx, double dy) {
    int hash = order[order[x & 255] + (y & 255)];
    return GRADIENT_X[hash] * dx + GRADIENT_Y[hash] * dy;
  }

  private double deep(int x, int y, int z, Vec f, int cornerX, int cornerY, int cornerZ) {
    int hash = order[order[order[x & 255] + (y & 255)] + (z & 255)];
    return GRADIENT_X[hash] * (f.x() - cornerX)
        + GRADIENT_Y[hash] * (f.y() - cornerY)
        + GRADIENT_Z[hash] * (f.z() - cornerZ);
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  private static double mix(double a, double b, double share) {
    return a + (b - a) * share;
  }
}
