package org.saccade.client.bench.wire;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Target;
import org.saccade.client.report.Version;

/** What the wire does to tiles, on virtual time: a group of results for each part. */
public final class WireBench {
  private final Surroundings surroundings;
  private final Optional<Path> folder;
  private final long seed;

  /**
   * @param folder network files, or none: seeded networks stand in
   */
  public WireBench(Surroundings surroundings, Optional<Path> folder, long seed) {
    this.surroundings = surroundings;
    this.folder = folder;
    this.seed = seed;
  }

  private static List<WirePart> parts() {
    return List.of(new RatePart(), new FairnessPart(), new RecoveryPart(), new LossPart());
  }

  /** Measures all parts. */
  public BenchReport run() {
    var networks = WireNetworks.of(folder, seed);
    var results = new Figures();
    var targets = new ArrayList<Target>();
    try (var progress = new Progress(surroundings)) {
      var context =
          new WirePart.Context(
              networks,
              seed,
              words -> {
                surroundings.stop().check();
                progress.say(words);
              });
      for (var part : parts()) {
        var answer = part.run(context);
        results.with(part.name(), answer.results());
        targets.addAll(answer.targets());
      }
    }
    var inputs =
        new Figures()
            .with("networks", networks.source())
            .with("network_files", networks.traces().size())
            .with("seed", seed);
    return new BenchReport("wire", Version.text(), Machine.facts(), inputs, results, targets);
  }
}
