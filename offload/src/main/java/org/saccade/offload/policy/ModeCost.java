package org.saccade.offload.policy;

/**
 * A mode's measured busy time: a running mean over the last frames, and how many made it.
 *
 * @param nanos the mean; meaningless while {@code frames} is 0
 * @param frames samples so far
 */
public record ModeCost(long nanos, int frames) {
  /** Never measured. */
  public static final ModeCost NONE = new ModeCost(0, 0);

  private static final int WINDOW = 8;
  private static final int ENOUGH = 3;

  /** One frame of so many periods says enough, two of fewer. */
  private static final double HOPELESS_PERIODS = 10;

  private static final double SLOW_PERIODS = 4;

  /**
   * Whether it can be decided by: three frames, or fewer where these are so slow that more would
   * only cost. A single hitch is not.
   */
  public boolean isKnown(long periodNanos) {
    double periods = nanos / (double) periodNanos;
    return frames >= ENOUGH
        || (frames == 2 && periods > SLOW_PERIODS)
        || (frames == 1 && periods > HOPELESS_PERIODS);
  }

  /** The mean, or {@link Costs#UNKNOWN}. */
  public long nanosOrUnknown(long periodNanos) {
    return isKnown(periodNanos) ? nanos : Costs.UNKNOWN;
  }

  /**
   * The mean with one more frame in it. What is made once only lengthens the first frames, so of
   * them the shortest counts; later one frame counts for at most twice the mean.
   */
  ModeCost with(long busyNanos) {
    if (frames < ENOUGH) {
      return new ModeCost(frames == 0 ? busyNanos : Math.min(nanos, busyNanos), frames + 1);
    }
    int weight = Math.min(frames + 1, WINDOW);
    long capped = Math.min(busyNanos, 2 * nanos);
    return new ModeCost(nanos + (capped - nanos) / weight, weight);
  }
}
