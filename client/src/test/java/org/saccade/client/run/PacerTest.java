package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacerTest {
  @Test
  void framesAreShownOnePeriodApart() {
    var clock = new AtomicLong(1_000);
    var pacer = new Pacer(() -> clock.addAndGet(10), 5_000, true);
    long first = pacer.await();
    assertEquals(first + 5_000, pacer.await());
    assertTrue(clock.get() >= first);
  }

  @Test
  void aLateFrameStartsTheBeatAnew() {
    var clock = new AtomicLong(0);
    var pacer = new Pacer(clock::get, 5_000, false);
    pacer.await();
    clock.set(100_000);
    assertEquals(105_000, pacer.await());
  }
}
