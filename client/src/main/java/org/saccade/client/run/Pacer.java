package org.saccade.client.run;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Lets frames begin one period apart. A frame that came late starts the beat anew, so that one long
 * frame does not make the following ones hurry. Frame thread.
 */
public final class Pacer implements Beat {
  /** Parking may oversleep by about this much; the rest is spun away. */
  private static final long SPIN_NANOS = 200_000;

  private final LongSupplier clock;
  private final long periodNanos;
  private boolean isWaiting;
  private long nextNanos;
  private boolean isFirst = true;

  /**
   * @param isWaiting false where something else sets the pace, or nothing does
   */
  public Pacer(LongSupplier clock, long periodNanos, boolean isWaiting) {
    this.clock = clock;
    this.periodNanos = periodNanos;
    this.isWaiting = isWaiting;
  }

  /** Waits from the next frame on, or no more. */
  void setWaiting(boolean isOn) {
    isWaiting = isOn;
  }

  @Override
  public long periodNanos() {
    return periodNanos;
  }

  @Override
  public long await() {
    long now = clock.getAsLong();
    if (isFirst || now - nextNanos > 0) {
      nextNanos = now;
      isFirst = false;
    }
    if (isWaiting) {
      waitUntil(nextNanos);
    }
    nextNanos += periodNanos;
    return nextNanos;
  }

  private void waitUntil(long nanos) {
    long left = nanos - clock.getAsLong();
    while (left > 0) {
      if (left > SPIN_NANOS) {
        LockSupport.parkNanos(left - SPIN_NANOS);
      } else {
        Thread.onSpinWait();
      }
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      left = nanos - clock.getAsLong();
    }
  }
}
