package org.saccade.client.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.MovingBench;
import org.saccade.client.run.SceneChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench moving}: whether pictures from tiles jump where the truth does not. */
@Command(
    name = "moving",
    description = {
      "Whether pictures from warm tiles change more from frame to frame than the truth "
          + "does, where another NEAR cell, another FAR cell, and most other levels come into "
          + "use along the motion, the two cells also at a tenth of the pace, where nothing "
          + "hides a jump.",
      "The truth has 16 samples a pixel. About 15 minutes a scene when nothing is cached.",
      ""
    },
    sortOptions = false)
final class BenchMovingCommand implements Callable<Integer> {
  private static final int LEAST = 3;
  private static final int MOST = 300;

  private final Surroundings surroundings;

  @Mixin BenchOptions options = new BenchOptions();

  @Option(
      names = "--scene",
      paramLabel = "NAME|FILE",
      split = ",",
      defaultValue = "museum",
      converter = Choices.SceneWord.class,
      description = "Scenes, separated by commas (default ${DEFAULT-VALUE}).")
  List<SceneChoice> scenes = List.of();

  @Option(
      names = "--frames",
      paramLabel = "N",
      defaultValue = "24",
      description =
          "Frames of each of the three clips, 30 a second (default ${DEFAULT-VALUE}); slow ones have"
              + " half as many.")
  int frames;

  BenchMovingCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (frames < LEAST || frames > MOST) {
      throw Failure.usage("--frames is %d; expected %d to %d".formatted(frames, LEAST, MOST));
    }
    var work = options.work(surroundings, "moving");
    var settings = options.settings(surroundings);
    options.tell(surroundings, new MovingBench(surroundings, settings, frames, work).run(scenes));
    return 0;
  }
}
