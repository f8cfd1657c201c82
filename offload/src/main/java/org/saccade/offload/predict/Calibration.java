package org.saccade.offload.predict;

/**
 * How far off a predictor is: the logarithm of its usual error is linear in a few facts about the
 * situation (how fast, how unsteady, how seldom sampled), another one for each horizon; what share
 * of errors is below how many times that was counted on people it was not trained on. Immutable.
 */
public final class Calibration {
  /** Facts about a situation, the constant included. */
  public static final int FACTS = 6;

  /** Shares whose radii are known. */
  public static final int LEVELS = 4;

  private static final double[] SHARES = {0.5, 0.68, 0.9, 0.95};
  private static final int ROW = FACTS + LEVELS;

  /** How many numbers there are. */
  public static final int SIZE = Quantity.values().length * Horizons.COUNT * ROW;

  private static final double SLOW = 0.01;
  private static final double SLOWEST_EYE = 0.05;
  private static final double SHORTEST = 0.005;
  private static final double LEAST_SHARE = 0.25;

  private final float[] numbers;

  /** For each quantity and horizon the facts' weights, then the radii; the array is taken over. */
  public Calibration(float[] numbers) {
    if (numbers.length != SIZE) {
      throw new IllegalArgumentException("%d numbers, not %d".formatted(numbers.length, SIZE));
    }
    this.numbers = numbers;
  }

  /** The share a level stands for. */
  public static double share(int level) {
    return SHARES[level];
  }

  /** Where a row of {@link #SIZE} numbers begins. */
  public static int row(Quantity quantity, int horizon) {
    return (quantity.index() * Horizons.COUNT + horizon) * ROW;
  }

  /** Writes the facts about a situation in which the quantity is known. */
  public static void facts(Quantity quantity, Situation seen, double[] out) {
    var history = seen.history();
    double turning = history.knowsHead() ? Math.log(seen.head().turnScale() + SLOW) : 0;
    out[0] = 1;
    out[2] = turning;
    switch (quantity) {
      case TURN -> {
        out[1] = Math.log(seen.head().turnUnsteadiness() + SLOW);
        out[3] = Math.log(seen.head().slowUnsteadiness() + SLOW);
        out[4] = Math.log(history.headInterval() + SHORTEST);
        out[5] = Math.log(history.meanHeadInterval() + SHORTEST);
      }
      case MOVE -> {
        out[1] = Math.log(seen.head().moveScale() + SLOW / 10);
        out[3] = Math.log(seen.head().slowUnsteadiness() + SLOW);
        out[4] = Math.log(history.headInterval() + SHORTEST);
        out[5] = Math.log(history.meanHeadInterval() + SHORTEST);
      }
      case GAZE -> {
        out[1] = Math.log(seen.gaze().speed() + SLOWEST_EYE);
        out[3] = Math.log(history.gazeInterval() + SHORTEST);
        out[4] = seen.gaze().movement() == EyeMovement.SACCADE ? 1 : 0;
        out[5] = Math.log(seen.gaze().jumpSpeed() + SLOWEST_EYE);
      }
    }
  }

  /** The usual error, for its logarithm's weights at {@code row} of {@code numbers}. */
  public static double usual(float[] numbers, int row, double[] facts) {
    double sum = 0;
    for (int i = 0; i < FACTS; i++) {
      sum += numbers[row + i] * facts[i];
    }
    return Math.exp(Math.clamp(sum, -20, 5));
  }

  /** Within what radius the quantity will be {@code ahead} seconds on, at a level's share. */
  public double radius(Quantity quantity, double[] facts, double ahead, int level) {
    int after = Horizons.atOrAfter(ahead);
    double to = radiusAt(quantity, after, facts, level);
    double last = Horizons.seconds(Horizons.COUNT - 1);
    if (after == 0) {
      return to * Math.max(LEAST_SHARE, Horizons.share(0, ahead));
    }
    if (ahead > last) {
      return to * ahead / last;
    }
    double from = radiusAt(quantity, after - 1, facts, level);
    return from + Horizons.share(after, ahead) * (to - from);
  }

  private double radiusAt(Quantity quantity, int horizon, double[] facts, int level) {
    int row = row(quantity, horizon);
    return usual(numbers, row, facts) * numbers[row + FACTS + level];
  }

  float[] numbers() {
    return numbers.clone();
  }
}
