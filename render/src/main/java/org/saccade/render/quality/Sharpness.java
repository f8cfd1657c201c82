package org.saccade.render.quality;

/**
 * How sharp a picture is beside the truth: the energy of its brightness's gradients by the truth's.
 * Below 1 it is blurred, above 1 it has edges that should not be there. Pure.
 */
public final class Sharpness {
  private Sharpness() {}

  /**
   * The ratio over the pixels whose place is less than {@code within}; not a number where the truth
   * is flat.
   *
   * @param place one value a pixel, as its eccentricity
   */
  public static double ratio(
      float[] luma, float[] truth, int width, int height, float[] place, double within) {
    return energy(luma, width, height, place, within) / energy(truth, width, height, place, within);
  }

  /** The energy of one picture's gradients over such pixels. */
  public static double energy(float[] luma, int width, int height, float[] place, double within) {
    double energy = 0;
    for (int y = 0; y + 1 < height; y++) {
      for (int x = 0; x + 1 < width; x++) {
        int i = y * width + x;
        energy += place[i] < within ? energy(luma, i, width) : 0;
      }
    }
    return energy;
  }

  private static double energy(float[] luma, int i, int width) {
    double across = luma[i + 1] - luma[i];
    double up = luma[i + width] - luma[i];
    return across * across + up * up;
  }
}
