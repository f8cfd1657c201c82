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

  /** More than so many periods are not spent on measuring. */
  private static final double PERIODS_SPENT = 6;

  /**
   * Whether it can be decided by: three frames, or fewer where these are so slow that more would
   * only cost.
   */
  public boolean isKnown(long periodNanos) {
    return frames >= ENOUGH || frames * (double) nanos > PERIODS_SPENT * periodNanos;
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
