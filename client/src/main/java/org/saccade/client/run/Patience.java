package org.saccade.client.run;

/**
 * How long something is waited for that comes piece by piece: as long as pieces come, and a while
 * after the last one. What is lost again and comes again is no piece. One thread.
 */
final class Patience {
  private final long nanos;
  private int least = Integer.MAX_VALUE;
  private long sinceNanos;

  /**
   * @param nanos without any piece after which it is over
   */
  Patience(long nanos, long nowNanos) {
    this.nanos = nanos;
    sinceNanos = nowNanos;
  }

  /** Whether it is over when so many pieces are missing. */
  boolean isOver(int missing, long nowNanos) {
    if (missing < least) {
      least = missing;
      sinceNanos = nowNanos;
    }
    return nowNanos - sinceNanos > nanos;
  }
}
