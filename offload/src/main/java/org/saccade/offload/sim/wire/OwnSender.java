package org.saccade.offload.sim.wire;

import java.util.ArrayDeque;
import java.util.PriorityQueue;
import org.saccade.offload.netem.model.Direction;
import org.saccade.offload.netem.model.Headers;
import org.saccade.offload.netem.model.Pipe;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.rate.Allowance;
import org.saccade.offload.rate.RateController;
import org.saccade.offload.rate.RoundTrip;
import org.saccade.offload.rate.TokenBucket;

/**
 * The product's device and edge: the very rate controller once a frame of 1/90 s, its grant up in a
 * request, and the edge's bucket, which always has something to send. One thread.
 */
final class OwnSender implements WireSender {
  private static final long FRAME_NANOS = 1_000_000_000L / 90;
  private static final long AWAY_NANOS = 100_000_000L;
  private static final int REQUEST_BYTES = 900 + Limits.SEAL_BYTES;
  private static final int RECEIPT_BYTES = 34 + Limits.SEAL_BYTES;

  /** What allowances count: before sealing. */
  private static final int FRAGMENT_BYTES = Limits.DATAGRAM_MESSAGE_BYTES;

  private final Bottleneck down;
  private final Pipe up;
  private final WireFlow flow;
  private final RateController controller = new RateController();
  private final RoundTrip roundTrip = new RoundTrip();
  private final TokenBucket bucket = new TokenBucket(4L * Limits.DATAGRAM_BYTES);
  private final ArrayDeque<Request> requests = new ArrayDeque<>();
  private final PriorityQueue<Arriving> arriving = new PriorityQueue<>();
  private long nextFrameNanos;
  private long askedNanos;
  private int packet;

  private record Request(long nanos, long sentNanos, Allowance allowance) {}

  /** A fragment, or (packet 0) a receipt with the request's stamp. */
  private record Arriving(long nanos, int packet, long sentNanos) implements Comparable<Arriving> {
    @Override
    public int compareTo(Arriving other) {
      return Long.compare(nanos, other.nanos);
    }
  }

  OwnSender(Bottleneck down, WireFlow flow, long seed, long phaseNanos) {
    this.down = down;
    this.flow = flow;
    up = new Pipe(down.trace(), Direction.UP, seed);
    nextFrameNanos = phaseNanos;
  }

  @Override
  public void step(long now) {
    answer(now);
    while (bucket.take(FRAGMENT_BYTES, now)) {
      packet++;
      var piece = Limits.DATAGRAM_PIECE_BYTES;
      long arrival = down.send(flow, now, piece, Limits.DATAGRAM_BYTES);
      if (arrival != Pipe.LOST) {
        arriving.add(new Arriving(arrival, packet, now));
      }
    }
    if (now >= nextFrameNanos) {
      nextFrameNanos = Math.max(nextFrameNanos, now - FRAME_NANOS) + FRAME_NANOS;
      frame(now);
    }
  }

  private void answer(long now) {
    for (var next = requests.peek(); next != null && next.nanos <= now; next = requests.peek()) {
      requests.remove();
      bucket.renew(next.allowance, now, now + Limits.GRANT_NANOS);
      long arrival = down.send(flow, now, 0, RECEIPT_BYTES);
      if (arrival != Pipe.LOST) {
        arriving.add(new Arriving(arrival, 0, next.sentNanos + (now - next.nanos)));
      }
    }
  }

  private void frame(long now) {
    for (var next = arriving.peek(); next != null && next.nanos <= now; next = arriving.peek()) {
      arriving.remove();
      if (next.packet == 0) {
        roundTrip.see(next.nanos - next.sentNanos);
        controller.heard(next.nanos);
      } else {
        int stamp = (int) (next.sentNanos / 1_000);
        controller.arrived(next.nanos, next.packet, stamp, FRAGMENT_BYTES);
      }
    }
    if (controller.isAway(now) && now - askedNanos < AWAY_NANOS) {
      return;
    }
    askedNanos = now;
    var allowance = controller.allow(now, roundTrip.nanos());
    long arrival = up.sendDatagram(now, REQUEST_BYTES + Headers.UDP_BYTES);
    if (arrival != Pipe.LOST && arrival != Pipe.NEVER) {
      requests.add(new Request(arrival, now, allowance));
    }
  }
}
