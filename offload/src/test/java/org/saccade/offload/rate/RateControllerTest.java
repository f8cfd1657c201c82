package org.saccade.offload.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.offload.netem.model.Direction;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.netem.model.Pipe;

/** A greedy sender, a network, and a device that takes arrivals once a frame; virtual time. */
final class RateControllerTest {
  private static final long MILLI = 1_000_000;
  private static final int PACKET = 1_168;

  private static NetworkTrace.Row row(long millis, double mbps, long rttMillis, double loss) {
    return new NetworkTrace.Row(millis * MILLI, mbps * 125_000, 6_000_000, rttMillis * MILLI, loss);
  }

  /** Seconds of settling, then what arrived and how long it queued. */
  private record Outcome(double arrivedMbps, double queueP95Millis) {}

  private record Flying(long arrives, int packet, int sentMicros, double queueMillis) {}

  private static Outcome run(
      NetworkTrace trace, long frameNanos, double fromSeconds, double toSeconds, long seed) {
    Pipe down = new Pipe(trace, Direction.DOWN, seed);
    RateController controller = new RateController();
    ArrayDeque<Flying> flying = new ArrayDeque<>();
    ArrayDeque<long[]> grants = new ArrayDeque<>();
    List<Double> queues = new ArrayList<>();
    double pace = 0;
    double tokens = 0;
    int packet = 0;
    long bytes = 0;
    long step = MILLI / 2;
    for (long now = 0; now < toSeconds * 1e9; now += step) {
      long rtt = trace.rows().getLast().rttNanos();
      while (!grants.isEmpty() && grants.peek()[0] <= now) {
        pace = grants.remove()[1];
      }
      tokens = Math.min(pace * 0.005 + 4_800, tokens + pace * step * 1e-9);
      for (; tokens >= PACKET; tokens -= PACKET) {
        double waiting = down.waitingBytes(now);
        long arrives = down.sendDatagram(now, PACKET + 28);
        packet++;
        if (arrives != Pipe.LOST) {
          double rate = trace.rows().getLast().downBytesPerSecond();
          flying.add(new Flying(arrives, packet, (int) (now / 1_000), waiting / rate * 1e3));
        }
      }
      if (now % frameNanos < step) {
        while (!flying.isEmpty() && flying.peek().arrives <= now) {
          Flying one = flying.remove();
          controller.arrived(one.arrives, one.packet, one.sentMicros, PACKET);
          if (now > fromSeconds * 1e9) {
            bytes += PACKET;
            queues.add(one.queueMillis);
          }
        }
        grants.add(new long[] {now + rtt / 2, controller.allow(now, rtt).bytesPerSecond()});
      }
    }
    queues.sort(null);
    double p95 = queues.isEmpty() ? 0 : queues.get((int) (queues.size() * 0.95));
    return new Outcome(bytes * 8e-6 / (toSeconds - fromSeconds), p95);
  }

  private static NetworkTrace steady(double mbps, long rttMillis, double loss) {
    return new NetworkTrace("steady", List.of(row(0, mbps, rttMillis, loss)));
  }

  private static void assertFills(
      NetworkTrace trace, double mbps, double share, double queueMillis, long frame, long seed) {
    Outcome outcome = run(trace, frame, 2, 8, seed);
    String words = outcome + " at " + mbps + " Mbit/s, frames of " + frame / MILLI + " ms";
    assertTrue(outcome.arrivedMbps >= share * mbps, words);
    assertTrue(outcome.queueP95Millis <= queueMillis, words);
  }

  @Property(tries = 20)
  void fillsALinkOf200MbitAnd20Milliseconds(
      @ForAll long seed, @ForAll @IntRange(min = 11, max = 33) int frameMillis) {
    assertFills(steady(200, 20, 0), 200, 0.85, 40, frameMillis * MILLI, seed);
  }

  @Property(tries = 10)
  void aDeviceThatDrawsTenFramesASecondFillsItToo(
      @ForAll long seed, @ForAll @IntRange(min = 70, max = 110) int frameMillis) {
    assertFills(steady(200, 20, 0), 200, 0.75, 60, frameMillis * MILLI, seed);
  }

  @Test
  void aWayThatBecomesLongerWhileLittleIsAskedCostsLittle() {
    RateController controller = new RateController();
    long rate = controller.allow(0, 20 * MILLI).bytesPerSecond();
    int packet = 0;
    for (long now = 16 * MILLI; now < 8_000 * MILLI; now += 16 * MILLI) {
      long delay = now < 2_000 * MILLI ? 10 * MILLI : 40 * MILLI;
      long arrives = now - MILLI;
      controller.arrived(arrives, ++packet, (int) ((arrives - delay) / 1_000), PACKET);
      rate = controller.allow(now, 2 * delay).bytesPerSecond();
    }
    assertTrue(rate >= 2_000_000, rate + " bytes/s");
  }

  @Property(tries = 20)
  void fillsOtherLinksWithAShortQueue(
      @ForAll @IntRange(min = 10, max = 800) int mbps,
      @ForAll @IntRange(min = 2, max = 80) int rttMillis,
      @ForAll long seed) {
    assertFills(steady(mbps, rttMillis, 0), mbps, 0.75, 60, 16 * MILLI, seed);
  }

  @Property(tries = 10)
  void randomLossDoesNotStarveIt(@ForAll long seed) {
    assertFills(steady(200, 20, 0.05), 200 * 0.95, 0.8, 40, 16 * MILLI, seed);
  }

  @Test
  void givesWayWhenTheLinkNarrows() {
    NetworkTrace narrowing =
        new NetworkTrace(
            "narrowing", List.of(row(0, 200, 20, 0), row(900, 100, 20, 0), row(1_800, 30, 20, 0)));
    Outcome later = run(narrowing, 16 * MILLI, 4.5, 8, 3);
    assertTrue(later.arrivedMbps > 0.75 * 30, later.toString());
    assertTrue(later.queueP95Millis < 60, later.toString());
  }

  /** Feeds a steady stream for a while; gives the moment after. */
  private static long stream(
      RateController controller,
      long from,
      long until,
      double mbps,
      long delayNanos,
      int[] packet) {
    long now = from;
    long step = (long) (PACKET * 8e3 / mbps);
    long arrives = from;
    for (; now < until; now += 11 * MILLI) {
      for (; arrives < now; arrives += step) {
        controller.arrived(arrives, ++packet[0], (int) ((arrives - delayNanos) / 1_000), PACKET);
      }
      controller.allow(now, 20 * MILLI);
    }
    return now;
  }

  @Test
  void whileTheNetworkIsAwayItAllowsABurstAtMostAndThenWhatItHadBeen() {
    RateController controller = new RateController(2_000_000);
    int[] packet = {0};
    long now = stream(controller, 11 * MILLI, 2_000 * MILLI, 16, 10 * MILLI, packet);
    long before = controller.bytesPerSecond();
    assertEquals(RateLimit.CAP, controller.limit());
    for (long until = now + 1_000 * MILLI; now < until; now += 11 * MILLI) {
      controller.allow(now, 20 * MILLI);
    }
    assertTrue(controller.bytesPerSecond() < before / 20, controller.bytesPerSecond() + " B/s");
    assertEquals(RateLimit.COMING_BACK, controller.limit());
    assertTrue(controller.isSilent(now));
    Allowance away = controller.allow(now, 20 * MILLI);
    assertTrue(away.bytesPerSecond() > before / 2, away + "");
    assertTrue(away.capBytes() <= 160_000, away + "");
    stream(controller, now, now + 40 * MILLI, 16, 10 * MILLI, packet);
    assertTrue(controller.bytesPerSecond() > before / 2, controller.bytesPerSecond() + " B/s");
  }

  @Test
  void whoLooksAtOneThingForASecondKeepsTheRateAndForTenLosesSome() {
    RateController controller = new RateController(8_000_000);
    int[] packet = {0};
    long now = stream(controller, 11 * MILLI, 3_000 * MILLI, 64, 10 * MILLI, packet);
    long before = controller.bytesPerSecond();
    for (long until = now + 1_500 * MILLI; now < until; now += 11 * MILLI) {
      controller.heard(now);
      controller.allow(now, 20 * MILLI);
    }
    assertEquals(before, controller.bytesPerSecond());
    for (long until = now + 8_500 * MILLI; now < until; now += 11 * MILLI) {
      controller.heard(now);
      controller.allow(now, 20 * MILLI);
    }
    assertTrue(controller.bytesPerSecond() < 0.7 * before, controller.bytesPerSecond() + " B/s");
    assertTrue(controller.bytesPerSecond() >= 4_000_000, controller.bytesPerSecond() + " B/s");
  }

  @Test
  void aGrowingQueueLowersTheRateAndAWayThatJumpsDoesNot() {
    RateController growing = new RateController(4_000_000);
    RateController jumping = new RateController(4_000_000);
    int[] packet = {0};
    long now = stream(growing, 11 * MILLI, 2_000 * MILLI, 30, 10 * MILLI, packet);
    int[] other = {0};
    stream(jumping, 11 * MILLI, 2_000 * MILLI, 30, 10 * MILLI, other);
    long before = growing.bytesPerSecond();
    long delay = 10 * MILLI;
    for (long until = now + 60 * MILLI; now < until; now += 11 * MILLI) {
      stream(jumping, now, now + 11 * MILLI, 30, 16 * MILLI, other);
      for (long at = now; at < now + 11 * MILLI; at += 300_000) {
        delay += 200_000;
        growing.arrived(at, ++packet[0], (int) ((at - delay) / 1_000), PACKET);
      }
      growing.allow(now + 11 * MILLI, 20 * MILLI);
    }
    assertTrue(growing.bytesPerSecond() < 0.9 * before, growing.bytesPerSecond() + " B/s");
    assertEquals(RateLimit.QUEUE, growing.limit());
    assertTrue(jumping.bytesPerSecond() >= before, jumping.bytesPerSecond() + " B/s");
  }

  @Test
  void overdueAnswersHoldTheRateUnlessLossExplainsThem() {
    assertEquals(4_000_000, withOverdueAnswers(Integer.MAX_VALUE));
    assertTrue(withOverdueAnswers(20) > 4_000_000);
  }

  /** The rate after a second in which every other answer is overdue. */
  private static long withOverdueAnswers(int lostOneIn) {
    RateController late = new RateController();
    int packet = 0;
    for (long now = 11 * MILLI; now < 1_000 * MILLI; now += 11 * MILLI) {
      late.answers(1, 1);
      for (int i = 38; i >= 0; i--) {
        long at = now - i * 280_000L;
        if (++packet % lostOneIn != 0) {
          late.arrived(at, packet, (int) ((at - 10 * MILLI) / 1_000), PACKET);
        }
      }
      late.allow(now, 20 * MILLI);
    }
    return late.bytesPerSecond();
  }

  @Property(tries = 20)
  void aDeviceThatWantsLittleKeepsItsRate(@ForAll long seed) {
    Random random = new Random(seed);
    RateController controller = new RateController();
    long rate = controller.allow(0, 20 * MILLI).bytesPerSecond();
    int packet = 0;
    for (long now = 33 * MILLI; now < 20_000 * MILLI; now += 33 * MILLI) {
      // Some frames nothing comes, some frames a few packets, up to 8 ms late.
      for (int i = random.nextInt(4); i > 0; i--) {
        long arrives = now - i * (8 * MILLI);
        long sent = arrives - 10 * MILLI - random.nextInt(8_000_000);
        controller.arrived(arrives, ++packet, (int) (sent / 1_000), PACKET);
      }
      controller.heard(now); // receipts come all the same
      assertTrue(controller.allow(now, 20 * MILLI).bytesPerSecond() >= rate * 0.7);
      assertNotEquals(RateLimit.COMING_BACK, controller.limit());
    }
  }
}
