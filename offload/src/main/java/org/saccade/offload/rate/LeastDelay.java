package org.saccade.offload.rate;

/** The smallest delay of the last 10 to 20 s: the way without queueing. */
final class LeastDelay {
  private static final long HALF_NANOS = 10_000_000_000L;

  private long current = Long.MAX_VALUE;
  private long former = Long.MAX_VALUE;
  private long turnedNanos;

  /** Adds a delay and gives how far it lies above the least. */
  long excess(long delayMicros, long now) {
    if (now - turnedNanos > HALF_NANOS) {
      former = current;
      current = Long.MAX_VALUE;
      turnedNanos = now;
    }
    current = Math.min(current, delayMicros);
    return delayMicros - Math.min(current, former);
  }
}
