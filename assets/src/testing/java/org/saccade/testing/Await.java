package org.saccade.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullMarked;

/** Waits for an event with a deadline; the only waiting a test does. */
@NullMarked
public final class Await {
  private static final Duration STEP = Duration.ofMillis(2);

  private Await() {}

  /**
   * Returns once {@code event} holds.
   *
   * @param what the event in words, for the failure's message
   * @throws AssertionError when it does not hold within {@code deadline}
   */
  public static void until(String what, Duration deadline, BooleanSupplier event) {
    long endNanos = System.nanoTime() + deadline.toNanos();
    while (!event.getAsBoolean()) {
      if (System.nanoTime() - endNanos > 0) {
        throw new AssertionError("%s did not happen within %s".formatted(what, deadline));
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
