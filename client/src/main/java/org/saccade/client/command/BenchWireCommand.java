package org.saccade.client.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.wire.FuzzSize;
import org.saccade.client.bench.wire.WireBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench wire}: what the wire does to tiles. */
@Command(
    name = "wire",
    description = {
      "How long datagrams queue and how much of them arrives on networks that change, "
          + "against video of a fixed rate and by ALVR's rule; how fairly devices share, how "
          + "soon they are back after an outage and what lost datagrams cost (rate, fairness, "
          + "recovery, loss; on virtual time).",
      "Over loopback: what seals and KryoNet cost beside plain sockets (overhead), how "
          + "much an edge serves (serve), and whether hostile bytes do harm (fuzz). All of it "
          + "takes about six minutes.",
      ""
    },
    sortOptions = false)
final class BenchWireCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin WorkFolderOption work = new WorkFolderOption();

  @Option(
      names = "--networks",
      paramLabel = "DIR",
      description = {
        "A folder of network files:",
        "t_s,down_kbps,up_kbps,rtt_ms,loss (default: seeded",
        "stand-ins)."
      })
  @Nullable Path networks;

  @Option(
      names = "--part",
      paramLabel = "NAME",
      split = ",",
      description = "Only these parts: rate, fairness, recovery, loss, overhead, serve, fuzz.")
  List<String> parts = List.of();

  @Option(
      names = "--fuzz",
      paramLabel = "SIZE",
      defaultValue = "full",
      description = "How much the part fuzz throws: full (default) or short, some seconds.")
  FuzzWord fuzz = FuzzWord.FULL;

  /** As it is typed. */
  enum FuzzWord {
    FULL,
    SHORT
  }

  BenchWireCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    common.requireWritableJson();
    var folder = Optional.ofNullable(networks).map(surroundings.folder()::resolve);
    var size = fuzz == FuzzWord.SHORT ? FuzzSize.SHORT : FuzzSize.FULL;
    var bench = new WireBench(surroundings, folder, common.seed, size, parts);
    var out = work.folder(surroundings, "wire");
    var report = bench.run();
    report.write(out.resolve("report.json"));
    BenchOptions.tell(surroundings, common, report);
    return 0;
  }
}
