package org.saccade.offload.sim.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.offload.fec.Need;
import org.saccade.offload.netem.model.NetworkTrace;

final class LossRunTest {
  private static final long UNTIL = 16_000_000_000L;

  private static LossFigures run(double loss, boolean isRepaired) {
    var row = new NetworkTrace.Row(0, 12.5e6, 12.5e6, 20_000_000, loss);
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
  void withoutLossNothingIsRepairedOrSentTwice() {
    var none = run(0, true);
    assertEquals(0, none.repairShare());
    assertTrue(none.overhead() < 0.01, none.overhead() + "");
    assertEquals(1, none.of(Need.FOVEAL).within(50));
  }
}
