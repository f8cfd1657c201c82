package org.saccade.offload.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PoliciesTest {
  @Test
  void findsPoliciesByName() {
    assertEquals(List.of("auto", "local", "hybrid", "edge"), Policies.names());
    for (var name : Policies.names()) {
      assertEquals(name, Policies.named(name).name());
    }
  }

  @Test
  void namesThePoliciesThereAre() {
    var thrown = assertThrows(IllegalArgumentException.class, () -> Policies.named("fastest"));
    assertTrue(String.valueOf(thrown.getMessage()).contains("auto, local, hybrid, edge"));
  }

  @Test
  void aFixedModeWaitsForItsFirstTilesAndThenStays() {
    var run = new Run(Policies.named("edge"), 0.1, 0.1, 9);
    assertEquals(Mode.LOCAL, run.frame().mode());
    assertEquals(Reason.TILES_STILL_MISSING, run.decision().reason());
    assertEquals(TileDemand.NEAR_AND_FAR, run.decision().demand());
    run.tiles(new Readiness(0, 1), new Readiness(0, 1));
    assertEquals(Mode.EDGE, run.frame().mode());
    run.tiles(new Readiness(0, 0.6f), new Readiness(0, 0.6f)).seconds(5);
    assertEquals(Mode.EDGE, run.decision().mode());
    assertEquals(Reason.CHOSEN_BY_NAME, run.decision().reason());
  }

  @Test
  void aFixedModeWithoutAnEdgeSaysSo() {
    var run = new Run(Policies.named("hybrid"), 0.1, 0.1, 0.1).withoutEdge();
    assertEquals(Reason.NO_EDGE, run.frame().reason());
  }
}
