package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class UploadBudgetTest {
  @Test
  void growsWithTheFrameSoThatNoFrameStandsOut() {
    assertEquals(1_375_000, EdgeTiles.uploadBudget(11_000_000));
    assertEquals(10_000_000, EdgeTiles.uploadBudget(80_000_000));
  }

  @Test
  void isNeitherNothingNorWithoutEnd() {
    assertEquals(1_000_000, EdgeTiles.uploadBudget(0));
    assertEquals(20_000_000, EdgeTiles.uploadBudget(5_000_000_000L));
  }
}
