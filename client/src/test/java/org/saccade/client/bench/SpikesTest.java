package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.client.bench.Clips.Clip;
import org.saccade.client.bench.MovingFrame.Pair;
import org.saccade.client.report.Target;
import org.saccade.offload.fov.DrawnCells;

@NullMarked
final class SpikesTest {
  private static final double TINY = 1e-12;

  private static ClipTally tally(double... excesses) {
    var tally =
        new ClipTally(new Clip(Clips.Kind.LEVELS, false, 30, excesses.length + 1, DrawnCells.NONE));
    for (double excess : excesses) {
      tally.add(new Pair(0.02 + excess, 0.02, 0.01, 0, false, false));
    }
    return tally;
  }

  private static boolean holds(ClipTally tally) {
    return tally.targets("museum").stream().allMatch(Target::holds);
  }

  @Test
  void theLargestIsComparedWithTheMedian() {
    var odd = Spikes.of(List.of(0.002, 0.009, 0.003));
    assertEquals(new Spikes(0.003, 0.009, 1), odd);
    assertEquals(3, odd.ratio(), TINY);
    assertEquals(3, odd.height(), TINY);
    assertEquals(0.003, Spikes.of(List.of(0.004, 0.001, 0.002, 0.008)).median(), TINY);
  }

  @Test
  void aMedianAboutNothingOrBelowIsReplacedByTheFloor() {
    var soft = Spikes.of(List.of(-0.004, 0.005, -0.002));
    assertEquals(-2.5, soft.ratio(), TINY);
    assertEquals(5, soft.height(), TINY);
    assertEquals(0, Spikes.of(List.of(0.0, 0.0)).height(), TINY);
    assertTrue(Spikes.of(List.of(-0.004, -0.001)).height() < 0);
  }

  @Test
  void onlyAFrameThatStandsOutMissesTheTarget() {
    assertTrue(holds(tally(0.002, 0.0055, 0.002)));
    assertFalse(holds(tally(0.002, 0.0065, 0.002)));
    assertTrue(holds(tally(-0.002, 0.0029, -0.002)));
    assertFalse(holds(tally(-0.002, 0.0031, -0.002)));
    assertTrue(holds(tally(0.01, 0.01, 0.01)), "a clip that is restless throughout has no spike");
  }

  @Test
  void aSlowHeadIsJudgedByItsExcessAlone() {
    var slow = new ClipTally(new Clip(Clips.Kind.FAR_CELL, true, 300, 4, DrawnCells.NONE));
    slow.add(new Pair(0.02, 0.02, 0.01, 0, false, false));
    slow.add(new Pair(0.02, 0.02, 0.10, 0, false, true));
    slow.add(new Pair(0.02, 0.02, 0.01, 0, false, false));
    assertEquals("museum.far_cell_slow.excess.spike", slow.targets("museum").getFirst().name());
    assertEquals(1, slow.targets("museum").size());
    assertTrue(holds(slow));
  }

  @Test
  void aJumpThatTheTruthMakesTooIsNone() {
    var tally = new ClipTally(new Clip(Clips.Kind.FAR_CELL, false, 30, 4, DrawnCells.NONE));
    tally.add(new Pair(0.02, 0.02, 0.01, 0, false, false));
    tally.add(new Pair(0.20, 0.20, 0.01, 0, false, true));
    tally.add(new Pair(0.02, 0.02, 0.01, 0, false, false));
    assertTrue(holds(tally));
  }

  @Test
  void whereNoOtherCellWasDrawnNothingHolds() {
    var still = new Pair(0.02, 0.02, 0.01, 0, false, false);
    for (var kind : List.of(Clips.Kind.NEAR_CELL, Clips.Kind.FAR_CELL)) {
      var tally = new ClipTally(new Clip(kind, false, 30, 3, DrawnCells.NONE));
      tally.add(still);
      assertFalse(holds(tally), kind + "");
      tally.add(new Pair(0.02, 0.02, 0.01, 0, true, true));
      assertTrue(holds(tally), kind + "");
    }
  }

  @Test
  void noFramesHoldNothing() {
    assertTrue(Double.isNaN(Spikes.of(List.of()).height()));
    assertFalse(holds(tally()));
  }

  @Test
  void theWorstPairIsTheOneThatIsKeptLast() {
    var tally = tally();
    assertTrue(tally.add(new Pair(0.03, 0.02, 0, 0, false, false)));
    assertFalse(tally.add(new Pair(0.09, 0.08, 0, 0, false, false)));
    assertTrue(tally.add(new Pair(0.05, 0.02, 0, 0, true, false)));
    var excess = tally.figures().values().get("excess") + "";
    assertTrue(excess.contains("max_frame=3"), excess);
    assertTrue(excess.contains("max_s=1.1"), excess);
    assertEquals(List.of(3), tally.figures().values().get("near_cell_changes_at"));
    assertEquals(List.of(3), tally.plot("museum").marks());
  }
}
