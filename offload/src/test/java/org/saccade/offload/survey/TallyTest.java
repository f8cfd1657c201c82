package org.saccade.offload.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.saccade.offload.netem.model.Direction;
import org.saccade.offload.netem.model.Disturbance;
import org.saccade.offload.netem.model.Headers;
import org.saccade.offload.netem.model.NetworkPresets;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.netem.model.Pipe;
import org.saccade.offload.protocol.Fragmenter;
import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.MeasuringTiles;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.Wish;
import org.saccade.offload.rate.Allowance;
import org.saccade.offload.rate.TokenBucket;

/** A survey of an edge that always has tiles, over an emulated network; virtual time. */
final class TallyTest {
  private static final long MILLI = 1_000_000L;
  private static final long FRAME = LinkSurvey.FRAME_NANOS;
  private static final long QUIET = 1_500 * MILLI;
  private static final long LOADED = 12_000 * MILLI;
  private static final int AROUND = Limits.SEAL_BYTES + Headers.UDP_BYTES;

  private final Tally tally = new Tally();
  private final TokenBucket bucket = new TokenBucket(4L * Limits.DATAGRAM_BYTES);
  private final ArrayDeque<Asked> asked = new ArrayDeque<>();
  private final PriorityQueue<Coming> coming = new PriorityQueue<>();
  private final Fragmenter tile =
      Fragmenter.forDatagrams(MeasuringTiles.body(), MeasuringTiles.address(0));
  private int packet;

  private record Asked(long arrives, long sent, Grant grant) {}

  private record Coming(long nanos, TileFragment piece) implements Comparable<Coming> {
    @Override
    public int compareTo(Coming other) {
      return Long.compare(nanos, other.nanos);
    }
  }

  private LinkFigures survey(NetworkTrace trace) {
    var up = new Pipe(trace, Direction.UP, 1);
    var down = new Pipe(trace, Direction.DOWN, 2);
    tally.begin(true, 0);
    long frame = 0;
    boolean isLoaded = false;
    for (long now = 0; now < QUIET + LOADED; now += MILLI / 4) {
      for (var next = asked.peek(); next != null && next.arrives <= now; next = asked.peek()) {
        asked.remove();
        var grant = new Allowance(next.grant.bytesPerSecond(), next.grant.capBytes());
        bucket.renew(grant, now, now + Limits.GRANT_NANOS);
        long answered = down.sendDatagram(now, 34 + AROUND);
        if (answered != Pipe.LOST) {
          tally.answered(answered, next.sent, answered - next.sent);
        }
      }
      send(down, now);
      for (var next = coming.peek(); next != null && next.nanos <= now; next = coming.peek()) {
        tally.take(coming.remove().piece, next.nanos);
      }
      if (!isLoaded && now >= QUIET) {
        isLoaded = true;
        tally.load(now, LOADED);
      }
      if (now >= frame) {
        frame += FRAME;
        tally.asked();
        var grant = isLoaded ? tally.grant(now) : Grant.NOTHING;
        long arrives = up.sendDatagram(now, 900 + AROUND);
        if (arrives != Pipe.LOST) {
          asked.add(new Asked(arrives, now, grant));
        }
      }
    }
    tally.end(QUIET + LOADED);
    return tally.figures();
  }

  private void send(Pipe down, long now) {
    while (bucket.take(Limits.DATAGRAM_MESSAGE_BYTES, now)) {
      packet++;
      long arrives = down.sendDatagram(now, Limits.DATAGRAM_BYTES + Headers.UDP_BYTES);
      if (arrives != Pipe.LOST) {
        var wish = new Wish(MeasuringTiles.address(0), 0, 0);
        int index = packet % tile.count();
        coming.add(new Coming(arrives, tile.fragment(1, packet, (int) (now / 1_000), wish, index)));
      }
    }
  }

  private static NetworkTrace network(double mbit, double loss) {
    var row =
        new NetworkTrace.Row(
            0, mbit * 125_000, 2_000_000, 40 * MILLI, loss, new Disturbance(5 * MILLI, 4, 0, 0));
    return new NetworkTrace("network", List.of(row));
  }

  @Test
  void whatItsOwnHasteDropsIsNotTheLinksLoss() {
    var seen = survey(network(6, 0));
    assertEquals(0, seen.lostShare(), 0.002, seen.toString());
    assertTrue(seen.overflowShare() > 0.02, "the queue never overflowed: " + seen);
  }

  @Test
  void bothLossesAreToldApart() {
    var seen = survey(NetworkPresets.named("bad-hotel").orElseThrow());
    assertEquals(0.03, seen.lostShare(), 0.015, seen.toString());
    assertTrue(seen.overflowShare() > 0.02, "the queue never overflowed: " + seen);
  }

  @Test
  void aLinkThatIsFastEnoughHasItsOwnLossAlone() {
    var seen = survey(network(200, 0.03));
    assertEquals(0.03, seen.lostShare(), 0.006, seen.toString());
    assertEquals(0, seen.overflowShare(), 0.005, seen.toString());
  }

  @Test
  void whatTheEndOfABurstLosesIsDroppedToo() {
    var losses = new DownLosses();
    for (int i = 0; i < 1_000; i++) {
      boolean isFull = i % 100 >= 50 && i % 100 < 80; // ten more find no room, then all is quiet
      if (i % 100 < 80 || i % 100 >= 90) {
        losses.see(i, i * 1_000, i * MILLI + (isFull ? 200 : 10) * MILLI);
      }
    }
    assertEquals(0, losses.linksShare());
    assertEquals(0.1, losses.queuesShare(), 0.01);
  }

  @Test
  void whatIsOvertakenOrComesTwiceIsNotLost() {
    var losses = new DownLosses();
    for (int i = 0; i < 1_000; i += 2) {
      for (int number : new int[] {i + 1, i, i, i + 1}) {
        losses.see(number, i * 1_000, i * MILLI + 10 * MILLI);
      }
    }
    assertEquals(0, losses.linksShare());
    assertEquals(0, losses.queuesShare());
  }
}
