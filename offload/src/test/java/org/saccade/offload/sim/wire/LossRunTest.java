package org.saccade.offload.sim.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.offload.fec.Need;
import org.saccade.offload.netem.model.Disturbance;
import org.saccade.offload.netem.model.NetworkTrace;

final class LossRunTest {
  private static final long UNTIL = 16_000_000_000L;

  private static LossFigures run(double loss, boolean isRepaired) {
    return run(loss, 1, isRepaired);
  }

  private static LossFigures run(double loss, int burst, boolean isRepaired) {
    var disturbance = new Disturbance(0, burst, 0, 0);
    var row = new NetworkTrace.Row(0, 12.5e6, 12.5e6, 20_000_000, loss, disturbance);
    return new LossRun(new NetworkTrace("lossy", List.of(row)), 3, isRepaired).landings(UNTIL);
  }

  @Test
  void repairSparesTilesWhereTheEyeLooksTheSecondAsk() {
    var with = run(0.05, true);
    var without = run(0.05, false);
    assertTrue(with.of(Need.FOVEAL).within(50) > 0.995, with.of(Need.FOVEAL).within(50) + "");
    assertTrue(without.of(Need.FOVEAL).within(50) < 0.95, "loss does no harm: nothing is shown");
    assertTrue(with.overhead() < 0.22, with.overhead() + "");
    assertEquals(0, with.wrong());
  }

  @Test
  void aLinkThatLosesAFifthByItselfStillCarriesTilesInTime() {
    var random = run(0.2, 1, true);
    assertTrue(random.of(Need.FOVEAL).within(50) > 0.98, random.of(Need.FOVEAL).within(50) + "");
    var bursty = run(0.2, 4, true);
    assertTrue(bursty.of(Need.FOVEAL).within(50) > 0.85, bursty.of(Need.FOVEAL).within(50) + "");
  }

  @Test
  void whatTheEyeLandedOnWhileTheNetworkWasAwayIsThereSoonAfterItsReturn() {
    long away = 7_007_000_000L;
    long back = away + 100_000_000L;
    var rows = new ArrayList<NetworkTrace.Row>();
    for (long at = 0; at < away; at += 500_000_000L) { // a longer gap would be an outage
      rows.add(new NetworkTrace.Row(at, 12.5e6, 12.5e6, 20_000_000, 0));
    }
    rows.add(new NetworkTrace.Row(away, 0, 0, 20_000_000, 0));
    rows.add(new NetworkTrace.Row(back, 12.5e6, 12.5e6, 20_000_000, 0));
    for (long seed = 1; seed <= 8; seed++) {
      var run = new LossRun(new NetworkTrace("away", rows), seed, true);
      var landing = run.landing(away + 50_000_000L, back, back + 1_000_000_000L);
      double frames = 2 * LossRun.FRAME_NANOS * 1e-6;
      double bytes = 1.2 * landing.bytes() / 12.5e6 * 1e3;
      assertTrue(landing.firstMillis() <= 20 + frames, landing.firstMillis() + " ms");
      assertTrue(landing.allMillis() <= 20 + frames + bytes, landing.allMillis() + " ms");
    }
  }

  @Test
  void withoutLossNothingIsRepairedOrSentTwice() {
    var none = run(0, true);
    assertEquals(0, none.repairShare());
    assertTrue(none.overhead() < 0.01, none.overhead() + "");
    assertEquals(1, none.of(Need.FOVEAL).within(50));
  }
}
