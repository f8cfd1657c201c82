package org.saccade.offload.profile;

import org.HdrHistogram.Histogram;

/**
 * Percentiles of durations between 1 microsecond and 100 seconds, three digits exact, in constant
 * memory. One thread writes and reads; recording allocates nothing.
 */
public final class Percentiles {
  private static final long LONGEST_NANOS = 100_000_000_000L;
  private final Histogram histogram = new Histogram(1_000, LONGEST_NANOS, 3);

  /** Counts one duration; negative ones count as 0, longer ones as 100 s. */
  public void add(long nanos) {
    histogram.recordValue(Math.clamp(nanos, 0, LONGEST_NANOS));
  }

  /** The duration not exceeded by the given share of all, in nanoseconds; 0 while empty. */
  public long nanosAt(double percent) {
    return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percent);
  }

  /** The longest, in nanoseconds; 0 while empty. */
  public long longestNanos() {
    return histogram.getMaxValue();
  }

  /** The mean in nanoseconds; 0 while empty. */
  public double meanNanos() {
    return histogram.getTotalCount() == 0 ? 0 : histogram.getMean();
  }

  /** How many were counted. */
  public long count() {
    return histogram.getTotalCount();
  }

  /** Forgets everything. */
  public void clear() {
    histogram.reset();
  }
}
