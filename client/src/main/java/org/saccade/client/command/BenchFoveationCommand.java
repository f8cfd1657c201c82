package org.saccade.client.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.FoveationBench;
import org.saccade.client.report.AtomicFile;
import org.saccade.client.run.SceneChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench foveation}: bytes at equal quality to the eye that is there. */
@Command(
    name = "foveation",
    description = {
      "Bytes at equal acuity-weighted FLIP: tiles beside no foveation and three others' maps.",
      "About 15 minutes when nothing is cached.",
      ""
    },
    sortOptions = false)
final class BenchFoveationCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin CacheOptions cache = new CacheOptions();

  @Option(
      names = "--scene",
      paramLabel = "NAME|FILE",
      split = ",",
      defaultValue = "museum,orchard",
      converter = Choices.SceneWord.class,
      description = "Scenes, separated by commas (default ${DEFAULT-VALUE}).")
  List<SceneChoice> scenes = List.of();

  @Option(
      names = "--motion",
      paramLabel = "DIR|FILE",
      description = "Motion files with gaze (default a seeded stand-in).")
  @Nullable Path motion;

  @Option(
      names = "--views",
      paramLabel = "N",
      defaultValue = "8",
      description = "Views a scene (default ${DEFAULT-VALUE}).")
  int views;

  @Option(
      names = "--pixels",
      paramLabel = "N",
      defaultValue = "1440",
      description = "Pixels of a view of 90 degrees along a side (default ${DEFAULT-VALUE}).")
  int pixels;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where pictures go (default out/bench-foveation).")
  @Nullable Path out;

  BenchFoveationCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (views < 1 || views > 1000) {
      throw Failure.usage("--views is %d; expected 1 to 1000".formatted(views));
    }
    if (pixels < 160 || pixels > 4000 || pixels % 160 != 0) {
      throw Failure.usage("--pixels is %d; expected 160, 320, .. 4000".formatted(pixels));
    }
    common.requireWritableJson();
    var given = out == null ? Path.of("out", "bench-foveation") : out;
    var work = surroundings.folder().resolve(given);
    AtomicFile.requireWritableFolder(work, "--out");
    var settings =
        new FoveationBench.Settings(views, pixels, common.seed, cache.folder(surroundings), work);
    var from = motion == null ? null : surroundings.folder().resolve(motion);
    BenchOptions.tell(
        surroundings, common, new FoveationBench(surroundings, settings, from).run(scenes));
    return 0;
  }
}
