package org.saccade.offload.protocol;

import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.saccade.render.tile.Bytes;
import org.saccade.render.tile.Fingerprint;

/** Joining a tile of 10 kB from its datagrams, and checking its content hash. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JoinBenchmark {
  private static final int TILE_BYTES = 10_240;

  private final Reassembler reassembler = new Reassembler(16, Limits.TILE_BYTES);
  private TileFragment[] pieces = {};
  private Reassembler.@Nullable Assembled whole;

  @Setup
  public void cut() {
    byte[] body = new byte[TILE_BYTES];
    new Random(1).nextBytes(body);
    var cutter = Fragmenter.forDatagrams(Bytes.wrap(body), Fingerprint.sha256(body).a());
    pieces = new TileFragment[cutter.count()];
    for (int i = 0; i < pieces.length; i++) {
      pieces[i] = cutter.fragment(1, i, 0, new Wish(1, 0, 0), i);
    }
    whole = join();
  }

  @Benchmark
  public Reassembler.@Nullable Assembled join() {
    Reassembler.Assembled last = null;
    for (var piece : pieces) {
      last = reassembler.accept(piece);
    }
    return last;
  }

  @Benchmark
  public boolean check() {
    return Objects.requireNonNull(whole).isAsNamed();
  }
}
