package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.saccade.client.Progress;
import org.saccade.client.Surroundings;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.report.BenchReport;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Machine;
import org.saccade.client.report.Version;
import org.saccade.offload.predict.ParameterFile;
import org.saccade.offload.predict.Quantity;
import org.saccade.offload.predict.ShippedParameters;
import org.saccade.offload.predict.train.Training;

/**
 * Trains the predictor that ships: says first how well it does on people left out, then learns from
 * all of them and writes the parameters.
 */
public final class PredictTraining {
  private final Surroundings surroundings;
  private final Path folder;
  private final Path file;
  private final String note;
  private final long seed;

  /**
   * @param file where the parameters go
   * @param note sources and licences, kept in the file
   */
  public PredictTraining(
      Surroundings surroundings, Path folder, Path file, String note, long seed) {
    this.surroundings = surroundings;
    this.folder = folder;
    this.file = file;
    this.note = note;
    this.seed = seed;
  }

  /** Trains, writes and reports. */
  public BenchReport run() {
    var entries = MotionFolder.read(folder);
    var people =
        new Folds(surroundings, entries, ShippedParameters.get(), entry -> true, seed).judge();
    var results = new Figures();
    PredictBench.groups(people).forEach((name, members) -> results.with(name, table(members)));
    var bytes = parameters(entries);
    AtomicFile.write(file, stream -> stream.write(bytes));
    var inputs =
        new Figures()
            .with("motion", folder.toString())
            .with("seed", seed)
            .with("files", MotionFolder.files(entries))
            .with("people", people.size());
    results.with("bytes", bytes.length);
    return new BenchReport(
        "train predict", Version.text(), Machine.facts(), inputs, results, List.of());
  }

  private byte[] parameters(List<MotionFolder.Entry> entries) {
    try (var progress = new Progress(surroundings)) {
      var training =
          new Training(
              seed,
              () -> {
                progress.say("training on everybody");
                surroundings.stop().check();
              });
      var recordings = entries.stream().map(MotionFolder.Entry::recording).toList();
      return ParameterFile.write(training.train(recordings, provenance(entries)).parameters());
    }
  }

  private String provenance(List<MotionFolder.Entry> entries) {
    var people = new TreeSet<>(entries.stream().map(e -> e.recording().person()).toList());
    var digests =
        entries.stream()
            .map(MotionFolder.Entry::digest)
            .distinct()
            .collect(Collectors.joining(" "));
    return "./saccade train predict, seed %d, %d recordings of %d people%n%s%nSHA-256 begins %s%n"
        .formatted(seed, MotionFolder.files(entries), people.size(), note, digests);
  }

  /** Mean errors of hold, ridge and ours on people left out. */
  private Figures table(List<PersonErrors> members) {
    var people = new PeopleFigures(members, seed);
    var table = new Figures().with("people", members.size());
    for (int p : new int[] {PersonErrors.HOLD, PersonErrors.RIDGE, PersonErrors.OURS}) {
      var row = new Figures();
      for (int h = 0; h < PersonErrors.HORIZONS.size(); h++) {
        var given = PersonErrors.Given.ALL_SAMPLES;
        var at = new Figures();
        at.with("orientation_deg_mean", people.mean(given, p, Quantity.TURN, h));
        if (people.has(Quantity.MOVE)) {
          at.with("position_mm_mean", people.mean(given, p, Quantity.MOVE, h));
        }
        if (people.has(Quantity.GAZE)) {
          at.with("gaze_inside_5deg_percent", people.inside(given, p, h));
        }
        row.with("ms_%d".formatted(PeopleFigures.millis(h)), at);
      }
      table.with(PersonErrors.PREDICTORS.get(p), row);
    }
    return table;
  }
}
