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

  /** Whether there are samples enough to decide by. */
  public boolean isKnown() {
    return frames >= ENOUGH;
  }

  /** The mean, or {@link Costs#UNKNOWN}. */
  public long nanosOrUnknown() {
    return isKnown() ? nanos : Costs.UNKNOWN;
  }

  /** The mean with one more frame in it; one frame counts for at most twice the mean. */
  ModeCost with(long busyNanos) {
    if (frames == 0) {
      return new ModeCost(busyNanos, 1);
    }
    int weight = Math.min(frames + 1, WINDOW);
    long capped = frames < ENOUGH ? busyNanos : Math.min(busyNanos, 2 * nanos);
    return new ModeCost(nanos + (capped - nanos) / weight, Math.min(frames + 1, WINDOW));
  }
}
