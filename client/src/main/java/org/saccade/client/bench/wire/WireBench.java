package org.saccade.client.bench.wire;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saccade.client.Failure;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Target;
import org.saccade.client.report.Version;

/** What the wire does to tiles, and what it costs: a group of results for each part. */
public final class WireBench {
  private final Surroundings surroundings;
  private final Optional<Path> folder;
  private final long seed;
  private final FuzzSize fuzz;
  private final List<WirePart> parts;

  /**
   * @param folder network files, or none: seeded networks stand in
   * @param names the parts to run; all when there is none
   */
  public WireBench(
      Surroundings surroundings,
      Optional<Path> folder,
      long seed,
      FuzzSize fuzz,
      List<String> names) {
    this.surroundings = surroundings;
    this.folder = folder;
    this.seed = seed;
    this.fuzz = fuzz;
    parts = chosen(names);
  }

  private List<WirePart> all() {
    return List.of(
        new RatePart(),
        new FairnessPart(),
        new RecoveryPart(),
        new LossPart(),
        new OverheadPart(surroundings.clock()),
        new ServePart(surroundings.clock()),
        new FuzzPart(fuzz, surroundings.clock()));
  }

  private List<WirePart> chosen(List<String> names) {
    var all = all();
    var known = all.stream().map(WirePart::name).toList();
    for (var name : names) {
      if (!known.contains(name)) {
        throw Failure.usage("unknown part '%s': try %s".formatted(name, String.join(", ", known)));
      }
    }
    return names.isEmpty()
        ? all
        : all.stream().filter(part -> names.contains(part.name())).toList();
  }

  /** Measures the parts. */
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
              },
              surroundings.stop()::check);
      for (var part : parts) {
        var answer = part.run(context);
        results.with(part.name(), answer.results());
        targets.addAll(answer.targets());
      }
    }
    var inputs =
        new Figures()
            .with("parts", parts.stream().map(WirePart::name).toList())
            .with("networks", networks.source())
            .with("network_files", networks.traces().size())
            .with("fuzz_rounds", fuzz.rounds())
            .with("seed", seed);
    return new BenchReport("wire", Version.text(), Machine.facts(), inputs, results, targets);
  }
}
