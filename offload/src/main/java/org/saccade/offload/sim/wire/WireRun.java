package org.saccade.offload.sim.wire;

import java.util.ArrayList;
import java.util.List;
import org.saccade.offload.netem.model.NetworkTrace;

/** Flows that share one bottleneck, stepped together. Same seed, same figures. One thread. */
public final class WireRun {
  /** As often as an edge's session thread looks while it sends. */
  static final long STEP_NANOS = 250_000L;

  private static final double FRAMES = 72;

  private final Bottleneck bottleneck;
  private final long untilNanos;
  private final long seed;
  private final List<Running> running = new ArrayList<>();

  private record Running(WireSender sender, long fromNanos) {}

  /** The network from its start until an instant. */
  public WireRun(NetworkTrace trace, long seed, long untilNanos) {
    bottleneck = new Bottleneck(trace, seed, untilNanos);
    this.seed = seed;
    this.untilNanos = untilNanos;
  }

  /** A device that wants more than the network carries, and its edge, from an instant on. */
  public WireFlow own(long fromNanos) {
    var flow = new WireFlow(untilNanos);
    long phase = running.size() * 3_700_000L;
    var sender = new OwnSender(bottleneck, flow, seed + running.size(), phase);
    running.add(new Running(sender, fromNanos));
    return flow;
  }

  /** Video of a fixed rate: a frame's datagrams leave at once. */
  public WireFlow fixedFrames(double bitsPerSecond) {
    return add(flow -> new FrameSender(bottleneck, flow, FRAMES, new FixedRate(bitsPerSecond)));
  }

  /** A fixed rate in evenly spaced datagrams, as no video has it. */
  public WireFlow fixedEven(double bitsPerSecond) {
    double datagrams = bitsPerSecond / 8 / FrameSender.SHARD_BYTES;
    return add(flow -> new FrameSender(bottleneck, flow, datagrams, new FixedRate(bitsPerSecond)));
  }

  /**
   * Video by ALVR's adaptive rule.
   *
   * @param knowsTheWay whether the way's length without queue is taken off its latencies
   */
  public WireFlow alvr(boolean knowsTheWay) {
    return add(flow -> new FrameSender(bottleneck, flow, FRAMES, new AlvrRate(knowsTheWay)));
  }

  /** Seconds in which delays are judged: not while nothing leaves, nor in the second after. */
  public static double judgedSeconds(NetworkTrace trace, long untilNanos) {
    return new Bottleneck(trace, 0, untilNanos).judgedNanos(untilNanos) * 1e-9;
  }

  private WireFlow add(java.util.function.Function<WireFlow, WireSender> sender) {
    var flow = new WireFlow(untilNanos);
    running.add(new Running(sender.apply(flow), 0));
    return flow;
  }

  /** Runs to the end. */
  public void run() {
    for (long now = 0; now < untilNanos; now += STEP_NANOS) {
      for (var each : running) {
        if (now >= each.fromNanos) {
          each.sender.step(now);
        }
      }
    }
  }
}
