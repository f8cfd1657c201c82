package org.saccade.offload.rate;

/** Smoothed round trip and its mean deviation, as TCP keeps them (RFC 6298). One thread. */
public final class RoundTrip {
  /** Assumed before the first answer, nanoseconds. */
  private static final long FIRST_NANOS = 100_000_000L;

  /** A longer one is not believed: the edge echoes the stamp, and may echo anything. */
  private static final long LONGEST_NANOS = 10_000_000_000L;

  private long smoothedNanos;
  private long deviationNanos;

  /** A round trip was measured, without the time the other end held it. */
  public void see(long nanos) {
    if (nanos < 0 || nanos > LONGEST_NANOS) {
      return;
    }
    if (smoothedNanos == 0) {
      smoothedNanos = Math.max(1, nanos);
      deviationNanos = nanos / 2;
      return;
    }
    deviationNanos += (Math.abs(nanos - smoothedNanos) - deviationNanos) / 4;
    smoothedNanos = Math.max(1, smoothedNanos + (nanos - smoothedNanos) / 8);
  }

  /** Another way begins. */
  public void clear() {
    smoothedNanos = 0;
    deviationNanos = 0;
  }

  /** Smoothed; 0 while unknown. */
  public long nanos() {
    return smoothedNanos;
  }

  /** Mean deviation. */
  public long jitterNanos() {
    return deviationNanos;
  }

  /** After so long an answer is overdue. */
  public long overdueNanos() {
    return smoothedNanos == 0 ? 2 * FIRST_NANOS : smoothedNanos + 4 * deviationNanos;
  }
}
