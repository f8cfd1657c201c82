package org.saccade.offload.sim.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.offload.netem.model.ChangingNetworks;
import org.saccade.offload.netem.model.NetworkTrace;

final class WireRunTest {
  private static final long SECOND = 1_000_000_000L;

  private static NetworkTrace steady(double mbit) {
    var row = new NetworkTrace.Row(0, mbit * 125_000, mbit * 12_500 + 500_000, 20_000_000, 0);
    return new NetworkTrace("steady", List.of(row));
  }

  private static WireFlow own(NetworkTrace trace, long seed, long seconds) {
    var run = new WireRun(trace, seed, seconds * SECOND);
    var flow = run.own(0);
    run.run();
    return flow;
  }

  @Test
  void theSameSeedGivesTheSameFigures() {
    var drive = ChangingNetworks.drive("drive", 7, 20);
    var one = own(drive, 3, 20);
    var other = own(drive, 3, 20);
    assertEquals(one.bytes(), other.bytes());
    assertEquals(one.delayMillis(0.95), other.delayMillis(0.95));
  }

  @Test
  void aFixedRateBelowTheNetworksQueuesBehindItselfOnlyAndAboveFillsTheQueue() {
    var run = new WireRun(steady(100), 1, 5 * SECOND);
    var even = run.fixedEven(30e6);
    run.run();
    assertTrue(even.delayMillis(0.99) < 0.3, even.delayMillis(0.99) + " ms");
    assertEquals(30, even.bytes() * 8e-6 / 5, 0.5);
    var narrow = new WireRun(steady(20), 1, 5 * SECOND);
    var frames = narrow.fixedFrames(30e6);
    narrow.run();
    assertEquals(300, frames.delayMillis(0.95), 10, "the longest queue");
  }

  @Test
  void alvrsRuleFillsASteadyNetworkAndAsPublishedStarvesOnALongWay() {
    var run = new WireRun(steady(100), 1, 20 * SECOND);
    var alvr = run.alvr(true);
    run.run();
    double used = alvr.bytes(10 * SECOND, 20 * SECOND) * 8e-6 / 10;
    assertTrue(used > 70 && used < 100, used + " Mbit/s");
    var published = new WireRun(steady(100), 1, 20 * SECOND);
    var starving = published.alvr(false);
    published.run();
    double left = starving.bytes(15 * SECOND, 20 * SECOND) * 8e-6 / 5;
    assertTrue(left < 5, left + " Mbit/s");
  }

  @Test
  void devicesBehindOneBottleneckComeToEqualShares() {
    var run = new WireRun(steady(50), 1, 60 * SECOND);
    var first = run.own(0);
    var second = run.own(5 * SECOND);
    run.run();
    double one = first.bytes(30 * SECOND, 60 * SECOND);
    double other = second.bytes(30 * SECOND, 60 * SECOND);
    assertTrue(Math.abs(one - other) < 0.2 * Math.max(one, other), one + " and " + other);
  }

  @Test
  void onADriveHardlyAnythingQueuesAndMoreArrivesThanOfAFixedRate() {
    var drive = ChangingNetworks.drive("drive", 12, 40);
    var ours = own(drive, 1, 40);
    var run = new WireRun(drive, 1, 40 * SECOND);
    var fixed = run.fixedFrames(30e6);
    run.run();
    double delay = ours.delayMillis(0.95);
    assertTrue(delay < 0.5 * fixed.delayMillis(0.95), delay + " ms");
    assertTrue(ours.bytes() > fixed.bytes());
  }
}
