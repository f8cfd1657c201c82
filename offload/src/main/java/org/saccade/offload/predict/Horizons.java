package org.saccade.offload.predict;

/** How far ahead the trained parts were taught to look; between them all is linear. */
public final class Horizons {
  /** How many there are. */
  public static final int COUNT = 7;

  private static final double[] SECONDS = {0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75};

  private Horizons() {}

  /** One of them, in seconds. */
  public static double seconds(int index) {
    return SECONDS[index];
  }

  /** The first that is not shorter, or the last. */
  static int atOrAfter(double ahead) {
    int index = 0;
    while (index < COUNT - 1 && SECONDS[index] < ahead) {
      index++;
    }
    return index;
  }

  /** How far it is from the one before {@code index} (0 s before the first), 0 to 1. */
  static double share(int index, double ahead) {
    double from = index == 0 ? 0 : SECONDS[index - 1];
    return Math.clamp((ahead - from) / (SECONDS[index] - from), 0, 1);
  }
}
