package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.offload.netem.model.NetworkPresets;
import org.saccade.offload.predict.train.Recording;
import org.saccade.offload.sim.SimSettings;
import org.saccade.offload.sim.SimSettings.Eyes;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.xr.WalkMotion;

@NullMarked
final class TileVisitsTest {
  private static final int TILE_BYTES = 10_000;

  private static Recording walk() {
    return MotionFolder.recording("walker", WalkMotion.seeded(1, 3));
  }

  static SimSettings device(long bytes) {
    return new SimSettings(
        Recipe.standard(1, new Fingerprint(1, 2, 3, 4), 2, 85),
        address -> TILE_BYTES,
        NetworkPresets.named("rtt20").orElseThrow(),
        bytes,
        100_000,
        true,
        true,
        Eyes.UNKNOWN,
        800);
  }

  @Test
  void aWayIsNearlyFreeTheSecondTimeWhereAllIsKept() {
    var kept = TileVisits.of(device(1L << 30), walk(), 1);
    assertTrue(kept.firstMbit() > 1, kept + "");
    assertTrue(kept.secondMbit() < 0.2 * kept.firstMbit(), kept + "");
    var lost = TileVisits.of(device(100 * TILE_BYTES), walk(), 1);
    assertTrue(lost.secondMbit() > 0.4 * lost.firstMbit(), lost + "");
  }

  @Test
  void theSamePlacesAreWalkedAtAnotherPace() {
    var slow = PacedWalk.of(walk(), 0.3);
    var fast = PacedWalk.of(walk(), 1);
    assertEquals(fast.seconds() / 0.3, slow.seconds(), 1e-9);
    assertEquals(3, fast.seconds(), 0.1, "it is walked at about that pace");
    int last = slow.recording().size() - 1;
    for (int i = 0; i < 7; i++) {
      assertEquals(fast.recording().pose(last)[i], slow.recording().pose(last)[i], 0);
    }
    assertTrue(
        slow.track().poseAt(slow.seconds() / 2).distanceTo(fast.track().poseAt(fast.seconds() / 2))
            < 1e-6);
    assertTrue(
        PacedWalk.of(MotionFolder.recording("far", WalkMotion.seeded(1, 30)), 1).seconds() < 11);
  }
}
