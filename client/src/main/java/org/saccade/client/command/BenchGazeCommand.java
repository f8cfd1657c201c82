package org.saccade.client.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.GazeBench;
import org.saccade.client.run.SceneFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench gaze}: from an eye's landing to what it looks at. */
@Command(
    name = "gaze",
    description = {
      "From the landing of an eye to the frame that shows its tiles sharply, at a round "
          + "trip of 20 ms, over landings whose tiles were not there when the eye left, on "
          + "virtual time.",
      "About ten minutes.",
      ""
    },
    sortOptions = false)
final class BenchGazeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin CacheOptions cache = new CacheOptions();
  @Mixin WeighedSceneOption scene = new WeighedSceneOption();

  @Option(
      names = "--motion",
      paramLabel = "DIR",
      description =
          "Motion files; those with gaze count. Heads' places are a seeded walk's (default a seeded"
              + " stand-in).")
  @Nullable Path motion;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "180",
      description = "Of each recording at most (default ${DEFAULT-VALUE}).")
  double seconds;

  BenchGazeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (!(seconds >= 1 && seconds <= 3600)) {
      throw Failure.usage("--seconds is %s; expected 1 to 3600".formatted(seconds));
    }
    common.requireWritableJson();
    var folder = Optional.ofNullable(motion).map(surroundings.folder()::resolve);
    var bench =
        new GazeBench(surroundings, folder, cache.tiles(surroundings), seconds, common.seed);
    var choice = scene.choice();
    var loaded = new SceneFiles(surroundings, cache.folder(surroundings)).load(choice);
    BenchOptions.tell(surroundings, common, bench.run(loaded));
    return 0;
  }
}
