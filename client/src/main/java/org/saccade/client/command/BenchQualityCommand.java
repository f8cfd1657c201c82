package org.saccade.client.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.QualityBench;
import org.saccade.client.run.SceneChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench quality}: pictures from tiles against the truth. */
@Command(
    name = "quality",
    description = {
      "How much pictures from warm tiles look like the truth, beside the device's own.",
      "The truth has 16 samples a pixel. About 20 minutes when nothing is cached.",
      ""
    },
    sortOptions = false)
final class BenchQualityCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin BenchOptions options = new BenchOptions();

  @Option(
      names = "--scene",
      paramLabel = "NAME|FILE",
      split = ",",
      defaultValue = "museum,orchard",
      converter = Choices.SceneWord.class,
      description = "Scenes, separated by commas (default ${DEFAULT-VALUE}).")
  List<SceneChoice> scenes = List.of();

  @Option(
      names = "--poses",
      paramLabel = "N",
      defaultValue = "48",
      description = "Poses a scene, evenly along the walk (default ${DEFAULT-VALUE}).")
  int poses;

  BenchQualityCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (poses < 1 || poses > 1000) {
      throw Failure.usage("--poses is %d; expected 1 to 1000".formatted(poses));
    }
    var work = options.work(surroundings, "quality");
    var settings = options.settings(surroundings);
    options.tell(surroundings, new QualityBench(surroundings, settings, poses, work).run(scenes));
    return 0;
  }
}
