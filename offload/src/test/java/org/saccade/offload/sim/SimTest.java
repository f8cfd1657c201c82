package org.saccade.offload.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.offload.netem.model.NetworkPresets;
import org.saccade.offload.predict.train.Recording;
import org.saccade.offload.sim.ReuseReplay.Viewer;
import org.saccade.offload.sim.SimSettings.Eyes;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;

@NullMarked
final class SimTest {
  private static final Recipe RECIPE = Recipe.standard(1, new Fingerprint(1, 2, 3, 4));
  private static final long SECOND = 1_000_000_000L;

  private static SimSettings settings(Eyes eyes, boolean isPrefetching) {
    return new SimSettings(
        RECIPE,
        tile -> 10_000,
        NetworkPresets.named("rtt20").orElseThrow(),
        64 << 20,
        1_000_000,
        true,
        isPrefetching,
        eyes,
        800);
  }

  /** A head that stands, and eyes that jump by 20 degrees to and fro every second, at 100 Hz. */
  private static Recording eyes(int seconds) {
    int rows = 100 * seconds;
    var times = new double[rows];
    var poses = new double[7 * rows];
    var gazes = new float[3 * rows];
    for (int i = 0; i < rows; i++) {
      times[i] = i / 100.0;
      poses[7 * i + 1] = 1.6;
      poses[7 * i + 6] = 1;
      double share = Math.clamp((times[i] % 1 - 0.5) / 0.065, 0, 1);
      double way = share * share * share * (10 + share * (6 * share - 15));
      double yaw = Math.toRadians((int) times[i] % 2 == 0 ? 20 * way : 20 - 20 * way);
      gazes[3 * i] = (float) Math.sin(yaw);
      gazes[3 * i + 2] = (float) -Math.cos(yaw);
    }
    return new Recording("nobody", times, poses, gazes);
  }

  @Test
  void aHeadThatStandsGetsWhatItSeesOnceAndThenNothingMore() {
    var device = new SimDevice(settings(Eyes.UNKNOWN, false), eyes(4), new SimEdge(0, true), 1);
    long half = 0;
    for (long now = 0; now < 4 * SECOND; now += SimSettings.FRAME_NANOS) {
      device.frame(now);
      half = now < 2 * SECOND ? device.tileBytes() : half;
    }
    assertEquals(1, device.coverage(), 1e-3);
    assertTrue(half > 100_000, half + " bytes");
    assertEquals(half, device.tileBytes());
  }

  @Test
  void anEdgeThatBakesMakesTheFirstPictureLate() {
    double cold = firstSharp(new SimEdge(SECOND / 4, true));
    double warm = firstSharp(new SimEdge(0, true));
    assertTrue(warm < 0.3, warm + " s");
    assertTrue(cold > 0.5, cold + " s: two faces at least");
  }

  private static double firstSharp(SimEdge edge) {
    var device = new SimDevice(settings(Eyes.UNKNOWN, false), eyes(20), edge, 1);
    for (long now = 0; now < 20 * SECOND; now += SimSettings.FRAME_NANOS) {
      device.frame(now);
      if (device.coverage() > 0.99) {
        return now * 1e-9;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  @Test
  void everyJumpIsALandingWhereTheEyeThenRests() {
    var landings = Landing.of(eyes(6));
    assertEquals(6, landings.size());
    assertEquals(0.57, landings.getFirst().nanos() * 1e-9, 0.011);
    assertEquals(Math.sin(Math.toRadians(20)), landings.getFirst().direction().x, 0.01);
    assertTrue(landings.getFirst().onsetNanos() < 0.53 * SECOND);
  }

  @Test
  void whatOneViewerBakedOthersNeedNot() {
    var viewers =
        List.of(
            new Viewer(0, Set.of(1L, 2L), 2, 1),
            new Viewer(0, Set.of(2L, 3L), 2, 1),
            new Viewer(0, Set.of(1L, 3L), 2, 1));
    assertEquals(2, ReuseReplay.bakesAViewer(viewers, 1, 1));
    assertEquals(1.5, ReuseReplay.bakesAViewer(viewers, 2, 1));
    assertEquals(1, ReuseReplay.bakesAViewer(viewers, 3, 1));
    var kept = ReuseReplay.replay(settings(Eyes.UNKNOWN, false), eyes(1), true, 1);
    var not = ReuseReplay.replay(settings(Eyes.UNKNOWN, false), eyes(1), false, 1);
    assertEquals(kept.faces().size(), kept.bakes());
    assertTrue(not.bakes() > kept.bakes());
  }
}
