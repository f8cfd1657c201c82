package org.saccade.offload.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.saccade.offload.rate.RoundTrip;

/** What a person allows bounds what is granted. */
final class PaceTest {
  private static long granted(long mostBytesPerSecond) {
    var pace = new Pace(new RoundTrip(), mostBytesPerSecond);
    long first = pace.grant(1_000_000_000L).bytesPerSecond();
    pace.clear();
    assertEquals(first, pace.grant(2_000_000_000L).bytesPerSecond(), "of the next session");
    assertEquals(first, pace.grantedBytesPerSecond());
    return first;
  }

  @Test
  void aBudgetIsNeverPassed() {
    assertEquals(0, granted(0));
    assertEquals(1_000, granted(1_000));
    assertEquals(500_000, granted(500_000));
    assertTrue(granted(OffloadConfig.UNBOUNDED) > 1_000_000);
  }
}
