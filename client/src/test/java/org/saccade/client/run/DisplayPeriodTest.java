package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class DisplayPeriodTest {
  @Test
  void aRuntimeThatWaitsForALateProgramDoesNotLengthenItsBudget() {
    var period = DisplayPeriod.ofHertz(0).predicted(16_666_667).predicted(2_000_000_000L);
    assertEquals(16_666_667, period.nanos());
    assertEquals(60, period.hertz(), 0.01);
  }

  @Test
  void theDisplaysOwnRateCountsFromTheStart() {
    assertEquals(13_888_889, DisplayPeriod.ofHertz(72).predicted(33_333_333).nanos());
    assertEquals(13_888_889, DisplayPeriod.ofHertz(72).predicted(11_111_111).nanos());
  }

  @Test
  void whatSaysNothingChangesNothing() {
    var unknown = DisplayPeriod.ofHertz(-1).predicted(0).predicted(-5);
    assertEquals(new DisplayPeriod(0, false), unknown);
    assertEquals(90, unknown.hertz());
  }
}
