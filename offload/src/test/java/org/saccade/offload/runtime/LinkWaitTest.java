package org.saccade.offload.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
final class LinkWaitTest {
  private static final long FIVE_MILLIS = 5_000_000;

  @Test
  void countsTheTimeAThreadIsParkedInTheLink() {
    var wait = new LinkWait(System::nanoTime);
    wait.begin();
    long until = System.nanoTime() + FIVE_MILLIS;
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
    wait.end();

    assertTrue(wait.take() > 4_000_000, "a wait of 5 ms is seen");
    assertEquals(0, wait.take());
  }

  @Test
  void doesNotCountWorkInTheLink() {
    var wait = new LinkWait(System::nanoTime);
    wait.begin();
    long until = System.nanoTime() + FIVE_MILLIS;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    wait.end();

    assertEquals(0, wait.take());
  }
}
