package org.saccade.render.quality;

/** Means over the pixels of a map, weighted or of a part of them. Pure. */
public final class PixelMeans {
  private PixelMeans() {}

  /** The mean with these weights, 0 or more, one a pixel; not a number when all are 0. */
  public static double weighted(float[] map, float[] weights) {
    requireSame(map, weights);
    double sum = 0;
    double total = 0;
    for (int i = 0; i < map.length; i++) {
      sum += (double) weights[i] * map[i];
      total += weights[i];
    }
    return sum / total;
  }

  /**
   * The mean over the pixels whose {@code place} lies in [from, to); not a number when none does.
   *
   * @param weights steradians, or whatever a pixel counts
   */
  public static double within(float[] map, float[] weights, float[] place, double from, double to) {
    requireSame(map, weights);
    requireSame(map, place);
    double sum = 0;
    double total = 0;
    for (int i = 0; i < map.length; i++) {
      if (place[i] >= from && place[i] < to) {
        sum += (double) weights[i] * map[i];
        total += weights[i];
      }
    }
    return sum / total;
  }

  private static void requireSame(float[] map, float[] other) {
    if (map.length != other.length) {
      throw new IllegalArgumentException(
          "a map of %d pixels and %d weights".formatted(map.length, other.length));
    }
  }
}
