package org.saccade.offload.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class RoundTripTest {
  private static final long MILLI = 1_000_000L;

  private final RoundTrip roundTrip = new RoundTrip();

  @Test
  void doesNotBelieveWhatNoNetworkDoes() {
    roundTrip.see(20 * MILLI);
    long overdue = roundTrip.overdueNanos();
    roundTrip.see(Long.MAX_VALUE);
    roundTrip.see(-1);
    roundTrip.see(11_000 * MILLI);
    assertEquals(20 * MILLI, roundTrip.nanos());
    assertEquals(overdue, roundTrip.overdueNanos());
  }
}
