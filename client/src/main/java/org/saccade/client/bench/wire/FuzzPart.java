package org.saccade.client.bench.wire;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.saccade.client.Failure;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Target;
import org.saccade.offload.edge.LoneSession;
import org.saccade.offload.link.FuzzTally;
import org.saccade.offload.link.WireFuzz;
import org.saccade.render.tile.Face;

/** Whether hostile bytes do more than they may: in memory by the million, and to a live edge. */
final class FuzzPart implements WirePart {
  private static final double MEGABYTE = 1 << 20;
  private static final double MOST_GROWTH_MB = 4;
  private static final double LEAST_ON_TIME = 0.95;

  private final FuzzSize size;
  private final LongSupplier clock;

  FuzzPart(FuzzSize size, LongSupplier clock) {
    this.size = size;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "fuzz";
  }

  @Override
  public Answer run(Context context) {
    var results = new Figures();
    var targets = new ArrayList<Target>();
    inMemory(context, results, targets);
    live(context, results, targets);
    return new Answer(results, targets);
  }

  private void inMemory(Context context, Figures results, List<Target> targets) {
    var session = new LoneSession(new NoiseTiles(), Face.POSITIVE_X, WireFuzz.token());
    var fuzz = new WireFuzz(NoiseTiles.addresses(2), session);
    var tally = new FuzzTally();
    context.progress().accept("fuzz: warming up");
    fuzz.run(context.seed() + 1, 0); // fills what is bounded
    long before = heapBytes();
    long began = clock.getAsLong();
    for (int round = 0; round < size.rounds(); round++) {
      context.progress().accept("fuzz: round %d of %d".formatted(round + 1, size.rounds()));
      tally.add(fuzz.run(context.seed(), round));
    }
    double seconds = (clock.getAsLong() - began) * 1e-9;
    double growth = (heapBytes() - before) / MEGABYTE;
    results
        .with("datagrams", tally.datagrams())
        .with("streams", tally.streams())
        .with("messages_heard", tally.messages())
        .with("datagrams_dropped", tally.garbage())
        .with("streams_ended", tally.ended())
        .with("handshakes", tally.handshakes())
        .with("tiles_sent", session.sentTiles())
        .with("seconds", seconds)
        .with("escaped", tally.escaped())
        .with("escapes", tally.words())
        .with("heap_growth_mb", growth);
    targets.add(Target.equal("fuzz: exceptions that escape", (double) tally.escaped(), 0));
    targets.add(Target.atMost("fuzz: MB of heap more after it", growth, MOST_GROWTH_MB));
  }

  private static long heapBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void live(Context context, Figures results, List<Target> targets) {
    try {
      var live = new LiveFuzz(clock, context).run(size.datagrams(), size.connections());
      results.with("live", live.figures());
      targets.add(
          Target.atLeast("fuzz: tiles on time beside it", live.onTimeShare(), LEAST_ON_TIME));
      targets.add(Target.equal("fuzz: threads that died", live.deadThreads(), 0));
    } catch (IOException e) {
      throw Failure.failed(
          "an edge on this machine cannot be attacked (%s): let this program open sockets"
              .formatted(AtomicFile.reason(e)),
          e);
    }
  }
}
