package org.saccade.client.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.wire.WireBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench wire}: what the wire does to tiles. */
@Command(
    name = "wire",
    description = {
      "How long datagrams queue and how much of them arrives on networks that change, against video",
      "of a fixed rate and by ALVR's rule; how fairly devices share and how soon they are back after",
      "an outage. On virtual time; under a minute.",
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
      description =
          "A folder of network files: t_s,down_kbps,up_kbps,rtt_ms,loss (default: seeded"
              + " stand-ins).")
  @Nullable Path networks;

  BenchWireCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    common.requireWritableJson();
    var folder = Optional.ofNullable(networks).map(surroundings.folder()::resolve);
    var out = work.folder(surroundings, "wire");
    var report = new WireBench(surroundings, folder, common.seed).run();
    report.write(out.resolve("report.json"));
    BenchOptions.tell(surroundings, common, report);
    return 0;
  }
}
