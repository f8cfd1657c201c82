package org.saccade.client.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.PredictBench;
import org.saccade.offload.predict.ShippedParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench predict}: how well heads and eyes are foreseen. */
@Command(
    name = "predict",
    description = {
      "How far off every predictor of heads and eyes is, 20 to 500 ms ahead, on people "
          + "that it was not trained on, with all samples and with half of them missing.",
      "People whom the shipped parameters were trained on are judged by ones trained anew "
          + "without them. About two minutes.",
      ""
    },
    sortOptions = false)
final class BenchPredictCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin WorkFolderOption work = new WorkFolderOption();

  @Option(
      names = "--motion",
      paramLabel = "DIR",
      description =
          "A folder of motion files, KIND_WHAT_PERSON.csv (default: a generated stand-in).")
  @Nullable Path motion;

  BenchPredictCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    common.requireWritableJson();
    var folder = work.folder(surroundings, "predict");
    if (!ShippedParameters.problem().isEmpty()) {
      throw Failure.failed(
          ShippedParameters.problem() + ": build the program anew, or train predict anew");
    }
    var motions = Optional.ofNullable(motion).map(surroundings.folder()::resolve);
    var report = new PredictBench(surroundings, motions, common.seed).run();
    report.write(folder.resolve("predict.json"));
    BenchOptions.show(surroundings, report);
    common.write(report);
    return 0;
  }
}
