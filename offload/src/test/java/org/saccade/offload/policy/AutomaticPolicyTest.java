package org.saccade.offload.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AutomaticPolicyTest {
  private static final Policy AUTO = Policies.named("auto");

  @ParameterizedTest(name = "local {0} hybrid {1} edge {2}, near {3} far {4}, link {5}: {6}")
  @CsvSource({
    // local hybrid edge near far link mode reason
    "0.5, 0.5, 0.3, 1.0, 1.0, true, LOCAL FITS_THE_BUDGET",
    "0.9, 0.5, 0.3, 1.0, 1.0, true, LOCAL FITS_THE_BUDGET",
    "4.0, 0.6, 0.3, 1.0, 1.0, true, HYBRID NEAR_FITS_THE_BUDGET",
    "4.0, 2.0, 0.3, 1.0, 1.0, true, EDGE DEVICE_TOO_SLOW",
    "4.0, 2.0, 0.3, 1.0, 1.0, false, EDGE LIVING_ON_CACHE",
    "4.0, 0.6, 0.3, 0.0, 1.0, false, HYBRID LIVING_ON_CACHE",
    "4.0, 2.0, 0.3, 0.0, 0.0, true, LOCAL TILES_STILL_MISSING",
    "4.0, 2.0, 0.3, 0.5, 0.5, true, LOCAL TILES_STILL_MISSING",
    "4.0, 2.0, 0.3, 0.0, 0.0, false, LOCAL NO_TILES_AND_NO_LINK",
    "4.0, 2.0, 0.3, 0.5, 1.0, true, HYBRID TILES_STILL_MISSING",
    "3.0, 6.0, 5.0, 1.0, 1.0, true, LOCAL CHEAPEST_OF_ALL",
    "9.0, 2.0, 3.0, 1.0, 1.0, true, HYBRID CHEAPEST_OF_ALL",
    "9.0, 6.0, 3.0, 1.0, 1.0, true, EDGE DEVICE_TOO_SLOW",
  })
  void settlesOnWhatFits(
      double local,
      double hybrid,
      double edge,
      float near,
      float far,
      boolean link,
      String expected) {
    var run =
        new Run(AUTO, local, hybrid, edge)
            .tiles(new Readiness(near, near), new Readiness(far, far))
            .link(link)
            .seconds(8);
    assertEquals(expected, run.decision().mode() + " " + run.decision().reason());
    assertTrue(run.changes() <= 3, "changed %d times".formatted(run.changes()));
  }

  @Test
  void saysThatThereIsNoEdge() {
    var run = new Run(AUTO, 3, 3, 3).withoutEdge().seconds(3);
    assertEquals(Reason.NO_EDGE, run.decision().reason());
    assertEquals(TileDemand.NOTHING, run.decision().demand());
  }

  @Test
  void lowersTheResolutionUntilTheDeviceKeepsUpAlone() {
    var run = new Run(AUTO, 2, 3, 3).withoutEdge().seconds(3);
    var local = (Decision.Local) run.decision();
    assertTrue(local.resolutionScale() < 0.75, "scale " + local.resolutionScale());
    assertTrue(2 * local.resolutionScale() * local.resolutionScale() < 1);
  }

  @Test
  void asksForNoTilesWhileTheDeviceIsFastEnough() {
    assertEquals(TileDemand.NOTHING, new Run(AUTO, 0.4, 0.4, 0.3).seconds(2).decision().demand());
    assertEquals(
        TileDemand.NEAR_AND_FAR, new Run(AUTO, 0.9, 0.4, 0.3).seconds(2).decision().demand());
  }

  @Test
  void staysOnTilesThroughAFastTurnThatBlursThem() {
    var run = new Run(AUTO, 5, 3, 0.3).tiles(Readiness.FULL, Readiness.FULL).seconds(4);
    int before = run.changes();
    run.tiles(new Readiness(0.1f, 1), new Readiness(0.2f, 1)).seconds(1);
    assertEquals(Mode.EDGE, run.decision().mode());
    assertEquals(before, run.changes());
  }

  @Test
  void drawsItselfAtOnceWhenTilesWouldLeaveHoles() {
    var run = new Run(AUTO, 5, 3, 0.3).tiles(Readiness.FULL, Readiness.FULL).seconds(4);
    run.tiles(Readiness.NONE, Readiness.NONE);
    assertEquals(Mode.LOCAL, run.frame().mode());
  }

  @Test
  void drawsItselfWhenAPieceOfTheViewHasNoTileAtAll() {
    var run = new Run(AUTO, 5, 3, 0.3).tiles(Readiness.FULL, Readiness.FULL).seconds(4);
    run.tiles(new Readiness(0.98f, 0.99f), Readiness.FULL);
    assertEquals(Mode.HYBRID, run.frame().mode(), "the near tiles leave a piece");
    run.tiles(Readiness.FULL, new Readiness(0.98f, 0.99f));
    assertEquals(Mode.LOCAL, run.frame().mode(), "the far ones do");
  }

  @Test
  void doesNotFlipWhenCoverageWobblesRoundTheThreshold() {
    var run = new Run(AUTO, 5, 3, 0.3);
    for (int i = 0; i < 200; i++) {
      float share = i % 2 == 0 ? 0.80f : 0.90f;
      run.tiles(new Readiness(share, 1), new Readiness(share, 1)).seconds(0.1);
    }
    assertTrue(run.changes() <= 3, "changed %d times".formatted(run.changes()));
    assertEquals(Mode.EDGE, run.decision().mode());
  }

  @Test
  void looksAgainNowAndThenAtAModeThatJustMissedTheBudget() {
    var run = new Run(AUTO, 1.2, 1.3, 0.3).tiles(Readiness.FULL, Readiness.FULL).seconds(600);
    assertEquals(Mode.EDGE, run.decision().mode());
    assertTrue(run.missed() < 0.01, "missed " + run.missed());
    run.costs(0.5, 0.5, 0.3).seconds(150);
    assertEquals(Mode.LOCAL, run.decision().mode());
    assertEquals(Reason.FITS_THE_BUDGET, run.decision().reason());
  }

  @Test
  void neverLooksAgainAtWhatMissedTheBudgetByFar() {
    var run = new Run(AUTO, 6, 3, 0.3).tiles(Readiness.FULL, Readiness.FULL).seconds(5);
    int before = run.changes();
    assertEquals(before, run.seconds(200).changes());
  }

  @Test
  void leavesLocalWhenTheSceneGrowsHeavy() {
    var run = new Run(AUTO, 0.6, 0.5, 0.3).tiles(Readiness.FULL, Readiness.FULL).seconds(3);
    assertEquals(Mode.LOCAL, run.decision().mode());
    run.costs(3, 2, 0.3).seconds(3);
    assertEquals(Mode.EDGE, run.decision().mode());
  }

  @Test
  void namesTheCostsItWeighed() {
    var run = new Run(AUTO, 4, 2, 0.3).tiles(Readiness.FULL, Readiness.FULL).seconds(4);
    var costs = run.decision().costs();
    assertEquals(4.0, (double) costs.localNanos() / Run.PERIOD_NANOS, 0.2);
    assertEquals(2.0, (double) costs.hybridNanos() / Run.PERIOD_NANOS, 0.1);
    assertEquals(0.3, (double) costs.edgeNanos() / Run.PERIOD_NANOS, 0.02);
    assertEquals(Run.PERIOD_NANOS, costs.budgetNanos());
    var first = new Run(AUTO, 4, 2, 0.3).frame();
    assertEquals(Costs.UNKNOWN, first.costs().localNanos());
    assertEquals(Reason.MEASURING_LOCAL, first.reason());
  }

  @Test
  void equalObservationsGiveEqualDecisions() {
    var one = new Run(AUTO, 4, 2, 0.3).tiles(Readiness.FULL, Readiness.FULL).seconds(2);
    var two = new Run(AUTO, 4, 2, 0.3).tiles(Readiness.FULL, Readiness.FULL).seconds(2);
    assertEquals(one.decision(), two.decision());
    assertNotEquals(one.decision(), two.seconds(1).decision());
  }

  @Test
  void measuresAHopelessDeviceForASingleFrame() {
    var run = new Run(AUTO, 20, 15, 2);
    assertEquals(Reason.MEASURING_LOCAL, run.frame().reason());
    var next = (Decision.Local) run.frame();
    assertEquals(Reason.TILES_STILL_MISSING, next.reason());
    assertEquals(0.5, next.resolutionScale());
  }

  @Test
  void forgivesAFirstFrameThatWasLongForOnce() {
    var run = new Run(AUTO, 20, 5, 2);
    run.frame();
    run.costs(0.5, 0.4, 0.3).seconds(2);
    assertEquals(Reason.FITS_THE_BUDGET, run.decision().reason());
  }

  @Test
  void findsTheScaleWhereVerticesCostWhatTheyCost() {
    var run = new Run(AUTO, 1.6, 3, 3).fixed(0.3).withoutEdge().seconds(5);
    var local = (Decision.Local) run.decision();
    double scale = local.resolutionScale();
    assertEquals(1.6, (double) local.costs().localNanos() / Run.PERIOD_NANOS, 0.1);
    assertEquals(0.8, 1.6 * (0.3 + 0.7 * scale * scale), 0.12);
  }

  @Test
  void drawsAtTheSmallestScaleWhenNoScaleMeetsThePeriod() {
    var run = new Run(AUTO, 10, 5, 2).fixed(0.7).seconds(5);
    assertEquals(0.5, ((Decision.Local) run.decision()).resolutionScale());
    assertEquals(10, (double) run.decision().costs().localNanos() / Run.PERIOD_NANOS, 0.5);
  }

  @Test
  void beginsOnCoarseTilesWhereTheDeviceAloneIsHopeless() {
    var coarse = new Readiness(0.05f, 1);
    var run = new Run(AUTO, 20, 15, 2).tiles(coarse, coarse).seconds(2);
    assertEquals(Mode.EDGE, run.decision().mode());
    assertEquals(1, run.framesIn(Mode.LOCAL));
    assertEquals(0, run.framesIn(Mode.HYBRID), "whose near part would hardly fit");
  }

  @Test
  void oneHitchWritesNoModeOff() {
    var run = new Run(AUTO, 3, 7, 0.5).tiles(Readiness.FULL, Readiness.FULL);
    for (int i = 0; i < 100 && run.frame().mode() != Mode.HYBRID; i++) {
      // until the near part is tried, whose first frame takes seven periods
    }
    run.costs(3, 0.5, 0.5).seconds(5);
    assertEquals(Mode.HYBRID, run.decision().mode());
  }

  @Test
  void waitsForSharpTilesWhereALowerResolutionKeepsUp() {
    var coarse = new Readiness(0.05f, 1);
    var run = new Run(AUTO, 3, 2, 0.3).tiles(coarse, coarse).seconds(2);
    assertEquals(Mode.LOCAL, run.decision().mode());
  }
}
