package org.saccade.offload.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.offload.netem.model.Direction;
import org.saccade.offload.netem.model.Disturbance;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.netem.model.Pipe;

/**
 * Greedy senders over networks that lose by themselves, or because they are full and have next to
 * no queue in which that could be seen; virtual time.
 */
final class LossTest {
  private static final long MILLI = 1_000_000;
  private static final long STEP = MILLI / 4;
  private static final long FRAME = 11 * MILLI;
  private static final long ROUND_TRIP = 20 * MILLI;
  private static final int PACKET = 1_168;
  private static final long UNTIL = 20_000 * MILLI;
  private static final long COUNTED_FROM = 5_000 * MILLI;

  /** Gives when a datagram arrives, or {@link Pipe#LOST}. */
  private interface Way {
    long send(long now, int bytes);
  }

  /** A device and its edge. */
  private static final class Flow {
    private final RateController controller = new RateController();
    private final TokenBucket bucket = new TokenBucket(4_800);
    private final ArrayDeque<long[]> grants = new ArrayDeque<>();
    private final ArrayDeque<long[]> flying = new ArrayDeque<>();
    private final long phase;
    private int packet;
    private int sent;
    private int arrived;

    Flow(long phase) {
      this.phase = phase;
    }

    private void step(long now, Way way) {
      while (!grants.isEmpty() && grants.peek()[0] <= now) {
        long rate = grants.remove()[1];
        bucket.renew(new Allowance(rate, Integer.MAX_VALUE), now, now + 250 * MILLI);
      }
      while (bucket.take(PACKET, now)) {
        packet++;
        long arrives = way.send(now, PACKET);
        sent += now >= COUNTED_FROM ? 1 : 0;
        arrived += now >= COUNTED_FROM && arrives != Pipe.LOST ? 1 : 0;
        if (arrives != Pipe.LOST) {
          flying.add(new long[] {arrives, packet, now / 1_000});
        }
      }
      if ((now + phase) % FRAME < STEP) {
        while (!flying.isEmpty() && flying.peek()[0] <= now) {
          long[] one = flying.remove();
          controller.arrived(one[0], (int) one[1], (int) one[2], PACKET);
        }
        controller.heard(now);
        long rate = controller.allow(now, ROUND_TRIP).bytesPerSecond();
        grants.add(new long[] {now + ROUND_TRIP / 2, rate});
      }
    }

    private double lost() {
      return 1 - arrived / (double) sent;
    }

    private double mbps() {
      return arrived * PACKET * 8e3 / (UNTIL - COUNTED_FROM);
    }

    @Override
    public String toString() {
      return "%.1f Mbit/s, %.3f lost".formatted(mbps(), lost());
    }
  }

  private static List<Flow> run(int flows, Way way) {
    var all = new ArrayList<Flow>();
    for (int i = 0; i < flows; i++) {
      all.add(new Flow(i * (3 * MILLI)));
    }
    for (long now = 0; now < UNTIL; now += STEP) {
      for (var flow : all) {
        flow.step(now, way);
      }
      Collections.rotate(all, 1); // or the first would always find the bucket filled
    }
    return all;
  }

  private static Way lossy(double mbps, double loss, int burst, long seed) {
    var row =
        new NetworkTrace.Row(
            0, mbps * 125_000, 6e6, ROUND_TRIP, loss, new Disturbance(0, burst, 0, 0));
    var pipe = new Pipe(new NetworkTrace("lossy", List.of(row)), Direction.DOWN, seed);
    return pipe::sendDatagram;
  }

  /** Passes on a rate, and of more a moment's worth; keeps nothing back. */
  private static Way policer(double mbps, int depthBytes) {
    double[] tokens = {depthBytes, 0};
    return (now, bytes) -> {
      tokens[0] = Math.min(depthBytes, tokens[0] + ((double) now - tokens[1]) * mbps * 125e-6);
      tokens[1] = (double) now;
      if (tokens[0] < bytes) {
        return Pipe.LOST;
      }
      tokens[0] -= bytes;
      return now + ROUND_TRIP / 2;
    };
  }

  /** A queue of a few datagrams. */
  private static Way shallow(double mbps, int queueBytes) {
    double[] busyUntil = {0};
    return (now, bytes) -> {
      double from = Math.max((double) now, busyUntil[0]);
      if ((from - now) * mbps * 125e-6 + bytes > queueBytes) {
        return Pipe.LOST;
      }
      busyUntil[0] = from + bytes / (mbps * 125e-6);
      return (long) busyUntil[0] + ROUND_TRIP / 2;
    };
  }

  @Property(tries = 8)
  void aLinkThatLosesAFifthByItselfIsFilled(
      @ForAll @IntRange(min = 1, max = 4) int burst, @ForAll long seed) {
    var flow = run(1, lossy(100, 0.2, burst, seed)).getFirst();
    assertTrue(flow.mbps() > 0.7 * 80, flow + " in bursts of " + burst);
  }

  @Property(tries = 8)
  void aPolicerIsFilledAndNotFlooded(@ForAll @IntRange(min = 8, max = 60) int mbps) {
    var flow = run(1, policer(mbps, 40_000)).getFirst();
    assertTrue(flow.mbps() > 0.75 * mbps, flow + " of " + mbps);
    assertTrue(flow.lost() < 0.15, flow + " of " + mbps);
  }

  @Property(tries = 8)
  void aQueueTooShortToBeSeenIsFilledAndNotFlooded(
      @ForAll @IntRange(min = 20, max = 300) int mbps) {
    var flow = run(1, shallow(mbps, 20_000)).getFirst();
    assertTrue(flow.mbps() > 0.7 * mbps, flow + " of " + mbps);
    assertTrue(flow.lost() < 0.15, flow + " of " + mbps);
  }

  @Test
  void fourDevicesBehindOnePolicerDoNotTakeEachOthersLossForTheLinks() {
    var flows = run(4, policer(60, 40_000));
    double all = 0;
    for (var flow : flows) {
      assertTrue(flow.lost() < 0.2, flows.toString());
      all += flow.mbps();
    }
    assertTrue(all > 0.75 * 60, flows.toString());
  }

  @Test
  void aLossyLinkThatIsAlsoPolicedIsHeldToItsRate() {
    var policer = policer(40, 40_000);
    var lossy = lossy(1_000, 0.2, 2, 3);
    var flow =
        run(
                1,
                (now, bytes) -> {
                  long passed = policer.send(now, bytes);
                  return passed == Pipe.LOST ? passed : lossy.send(now, bytes);
                })
            .getFirst();
    assertTrue(flow.mbps() > 0.65 * 0.8 * 40, flow.toString());
    assertTrue(flow.lost() < 0.33, flow.toString());
  }

  @Test
  void muchLossWithAQueueIsAFullNetworkWithoutATest() {
    var judge = new LossJudge(0.1);
    assertEquals(LossJudge.Finding.FULL, judge.judge(window(500, 5), true, 0));
    assertFalse(judge.isJudging());
  }

  @Test
  void theSameShareOfLessIsTheLinksOwnAndALowerOneAFullNetwork() {
    var judge = new LossJudge(0.1);
    assertEquals(LossJudge.Finding.NOTHING, judge.judge(window(3_000, 5), false, 0));
    assertTrue(judge.isJudging(), "the rate stands still");
    assertEquals(LossJudge.Finding.TRY_LESS, judge.judge(window(3_000, 5), false, MILLI));
    assertEquals(LossJudge.Finding.LINKS_OWN, judge.judge(window(3_000, 5), false, 2 * MILLI));
    assertEquals(0.2, judge.own(2 * MILLI), 0.001);
    assertEquals(LossJudge.Finding.NOTHING, judge.judge(window(3_000, 5), false, 3 * MILLI));
    assertFalse(judge.isJudging(), "that share is known");
    judge.judge(window(3_000, 3), false, 4 * MILLI);
    assertEquals(LossJudge.Finding.TRY_LESS, judge.judge(window(3_000, 3), false, 5 * MILLI));
    assertEquals(LossJudge.Finding.FULL, judge.judge(window(3_000, 20), false, 6 * MILLI));
    assertEquals(0.2, judge.own(7 * MILLI), 0.001, "what is the link's own stays known");
    assertEquals(0, judge.own(60_000 * MILLI), "but not for ever");
  }

  /** One in so many is lost. */
  private static ArrivalWindow window(int packets, int lostOneIn) {
    var window = new ArrivalWindow();
    for (int i = 1; i <= packets; i++) {
      if (i % lostOneIn != 0) {
        window.add(i * MILLI / 10, i, i * 100, PACKET);
      }
    }
    return window;
  }
}
