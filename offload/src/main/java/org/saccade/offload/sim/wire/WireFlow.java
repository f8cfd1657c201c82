package org.saccade.offload.sim.wire;

import java.util.Arrays;

/** What became of one sender's datagrams. One thread. */
public final class WireFlow {
  private static final long BIN_NANOS = 10_000_000L;

  private final long untilNanos;
  private final long[] bins;
  private float[] delaysMillis = new float[1024];
  private int judged;

  WireFlow(long untilNanos) {
    this.untilNanos = untilNanos;
    bins = new long[(int) (untilNanos / BIN_NANOS) + 1];
  }

  /** A datagram leaves the queue so much later; negative: not judged. */
  void sent(long delayNanos) {
    if (delayNanos < 0) {
      return;
    }
    if (judged == delaysMillis.length) {
      delaysMillis = Arrays.copyOf(delaysMillis, 2 * judged);
    }
    delaysMillis[judged++] = (float) (Math.min(delayNanos, untilNanos) * 1e-6);
  }

  void arrives(long nanos, int payloadBytes) {
    if (nanos < untilNanos) {
      bins[(int) (nanos / BIN_NANOS)] += payloadBytes;
    }
  }

  /** Payload that arrived from one instant to another, in steps of 10 ms. */
  public long bytes(long fromNanos, long toNanos) {
    long sum = 0;
    int last = (int) Math.min(bins.length, toNanos / BIN_NANOS);
    for (int i = (int) (fromNanos / BIN_NANOS); i < last; i++) {
      sum += bins[i];
    }
    return sum;
  }

  /** All payload that arrived. */
  public long bytes() {
    return Arrays.stream(bins).sum();
  }

  /** Datagrams whose delay is judged. */
  public int judged() {
    return judged;
  }

  /** A percentile of milliseconds from sending until through the bottleneck, 0 to 1. */
  public double delayMillis(double share) {
    if (judged == 0) {
      return Double.NaN;
    }
    float[] sorted = Arrays.copyOf(delaysMillis, judged);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(judged - 1L, (long) (share * judged))];
  }
}
