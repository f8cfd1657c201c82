package org.saccade.offload.policy;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One frame's decision in a long run whose tiles come and go. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PolicyBenchmark {
  @Param({"auto", "edge"})
  public String policy = "auto";

  private Policy decides = Policies.named("auto");
  private @Nullable Decision previous;
  private @Nullable DrawnFrame drawn;
  private long nowNanos = 5_000_000_000L;
  private int frame;

  @Setup
  public void choosePolicy() {
    decides = Policies.named(policy);
  }

  @Benchmark
  public Decision decide() {
    var tiles = frame++ % 2_000 < 1_500 ? Readiness.FULL : Readiness.NONE;
    var seen = new Observation(nowNanos, 11_111_111L, drawn, tiles, tiles, true, true, previous);
    var decision = decides.decide(seen);
    long busy = decision.mode() == Mode.LOCAL ? 40_000_000L : 8_000_000L;
    drawn = new DrawnFrame(decision.mode(), 1, busy);
    nowNanos += Math.max(11_111_111L, busy);
    previous = decision;
    return decision;
  }
}
