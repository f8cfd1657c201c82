package org.saccade.client.command;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.PredictTraining;
import org.saccade.client.report.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train predict}: the parameters of the predictor of heads and eyes. */
@Command(
    name = "predict",
    description = {
      "Trains the predictor of heads and eyes: says how well it does on people left out, "
          + "then learns from everybody and writes the parameters.",
      "The same seed gives the same file.",
      ""
    },
    sortOptions = false)
final class TrainPredictCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--motion",
      paramLabel = "DIR",
      required = true,
      description = "A folder of motion files, KIND_WHAT_PERSON.csv.")
  @Nullable Path motion;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "out/train-predict/parameters.bin",
      description = {
        "The parameter file",
        "(default ${DEFAULT-VALUE});",
        "the one that ships lies in the folder",
        "offload/src/main/resources/org/saccade/offload/predict."
      })
  @Nullable Path out;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Sources and licences of the recordings, kept in the file.")
  String note = "";

  TrainPredictCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    common.requireWritableJson();
    var file = surroundings.folder().resolve(Objects.requireNonNull(out));
    AtomicFile.requireWritableFile(file, "--out");
    var folder = surroundings.folder().resolve(Objects.requireNonNull(motion));
    var report = new PredictTraining(surroundings, folder, file, note, common.seed).run();
    BenchOptions.show(surroundings, report);
    surroundings.out().println("wrote " + file);
    common.write(report);
    return 0;
  }
}
