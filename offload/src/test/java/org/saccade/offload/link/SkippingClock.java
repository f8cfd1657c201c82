package org.saccade.offload.link;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The machine's clock, which a test can put forward. */
public final class SkippingClock implements LongSupplier {
  private final AtomicLong skippedNanos = new AtomicLong();

  @Override
  public long getAsLong() {
    return System.nanoTime() + skippedNanos.get();
  }

  public void skip(Duration time) {
    skippedNanos.addAndGet(time.toNanos());
  }
}
