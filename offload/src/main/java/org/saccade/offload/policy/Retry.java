package org.saccade.offload.policy;

/**
 * When a mode that was found too slow may be looked at again: each failed look doubles the pause.
 *
 * @param atNanos not before this instant
 * @param pauseNanos the pause after the next failed look
 */
public record Retry(long atNanos, long pauseNanos) {
  private static final long FIRST_PAUSE_NANOS = 10_000_000_000L;
  private static final long LONGEST_PAUSE_NANOS = 120_000_000_000L;

  static Retry fresh(long nowNanos) {
    return new Retry(nowNanos + FIRST_PAUSE_NANOS, 2 * FIRST_PAUSE_NANOS);
  }

  boolean isDue(long nowNanos) {
    return nowNanos - atNanos >= 0;
  }

  Retry failed(long nowNanos) {
    return new Retry(nowNanos + pauseNanos, Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS));
  }
}
