package org.saccade.offload.sim.wire;

import java.util.ArrayDeque;

/**
 * ALVR's adaptive rule by its published behaviour (v20's BitrateManager and default settings): once
 * a second the rate becomes 0.95 of the mean frame over the mean network latency, both over the
 * last 256 frames that arrived, bits over seconds. It begins from a frame of 50 kB and 5 ms. Its
 * limits for encoder and decoder never act here, and the rest are off by default.
 *
 * <p>Its latency is what is left of motion-to-photon time, so the round trip of an empty way is in
 * it. At 72 frames a second the rule then has no resting point where that is longer than 0.95 / 72
 * s = 13.2 ms: each second it asks for less, down to nothing. What its comments ask for, the time
 * between a frame's first and last datagram, is had by taking the way off; that is the stronger
 * rival, and the one to be judged against.
 */
final class AlvrRate implements VideoRate {
  private static final int HISTORY = 256;
  private static final double SATURATION = 0.95;
  private static final long UPDATE_NANOS = 1_000_000_000L;

  private final boolean knowsTheWay;
  private final ArrayDeque<double[]> frames = new ArrayDeque<>();
  private double bitsPerSecond;
  private long updatedNanos = -UPDATE_NANOS;

  AlvrRate(boolean knowsTheWay) {
    this.knowsTheWay = knowsTheWay;
    frames.add(new double[] {50_000, 0.005});
  }

  @Override
  public double bitsPerSecond(long now) {
    if (now - updatedNanos >= UPDATE_NANOS) {
      updatedNanos = now;
      double bytes = frames.stream().mapToDouble(frame -> frame[0]).sum();
      double seconds = frames.stream().mapToDouble(frame -> frame[1]).sum();
      bitsPerSecond = 8 * bytes * SATURATION / Math.max(1e-6, seconds);
    }
    return bitsPerSecond;
  }

  @Override
  public void heard(long bytes, long latencyNanos, long wayNanos) {
    if (frames.size() == HISTORY) {
      frames.remove();
    }
    // Published: up and down; taken off: the way down, and up nothing queues.
    long nanos = knowsTheWay ? latencyNanos - wayNanos : latencyNanos + wayNanos;
    frames.add(new double[] {bytes, Math.max(1, nanos) * 1e-9});
  }
}
