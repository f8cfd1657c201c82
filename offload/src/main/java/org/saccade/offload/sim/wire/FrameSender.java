package org.saccade.offload.sim.wire;

import java.util.PriorityQueue;
import org.saccade.offload.netem.model.Pipe;

/**
 * Video: of each frame all datagrams leave at once. One that misses a datagram is never heard of,
 * yet what arrived of it counts as useful. One thread.
 */
final class FrameSender implements WireSender {
  /** ALVR's packets. */
  static final int SHARD_BYTES = 1_400;

  private final Bottleneck bottleneck;
  private final WireFlow flow;
  private final double framesPerSecond;
  private final VideoRate rate;
  private final PriorityQueue<Report> reports = new PriorityQueue<>();
  private long frame;

  private record Report(long nanos, long bytes, long latencyNanos, long wayNanos)
      implements Comparable<Report> {
    @Override
    public int compareTo(Report other) {
      return Long.compare(nanos, other.nanos);
    }
  }

  FrameSender(Bottleneck bottleneck, WireFlow flow, double framesPerSecond, VideoRate rate) {
    this.bottleneck = bottleneck;
    this.flow = flow;
    this.framesPerSecond = framesPerSecond;
    this.rate = rate;
  }

  @Override
  public void step(long now) {
    for (var next = reports.peek(); next != null && next.nanos <= now; next = reports.peek()) {
      rate.heard(next.bytes, next.latencyNanos, next.wayNanos);
      reports.remove();
    }
    while (frame * 1e9 / framesPerSecond <= now) {
      send(now, Math.max(100, Math.round(rate.bitsPerSecond(now) / 8 / framesPerSecond)));
      frame++;
    }
  }

  private void send(long now, long bytes) {
    long last = 0;
    boolean isWhole = true;
    for (long left = bytes; left > 0; left -= SHARD_BYTES) {
      int payload = (int) Math.min(left, SHARD_BYTES);
      long arrival = bottleneck.send(flow, now, payload, payload);
      isWhole &= arrival != Pipe.LOST;
      last = Math.max(last, arrival);
    }
    if (isWhole) {
      long way = bottleneck.trace().rttNanosAt(last) / 2;
      reports.add(new Report(last + way, bytes, last - now, way));
    }
  }
}
