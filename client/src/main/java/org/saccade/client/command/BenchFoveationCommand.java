package org.saccade.client.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.FoveationBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench foveation}: bytes at equal quality to the eye that is there. */
@Command(
    name = "foveation",
    description = {
      "Bytes at equal acuity-weighted FLIP: tiles beside no foveation and three others' " + "maps.",
      "About 15 minutes when nothing is cached.",
      ""
    },
    sortOptions = false)
final class BenchFoveationCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin CacheOptions cache = new CacheOptions();
  @Mixin ScenesOption scenes = new ScenesOption();
  @Mixin WorkFolderOption work = new WorkFolderOption();

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
    var folder = work.folder(surroundings, "foveation");
    var settings =
        new FoveationBench.Settings(views, pixels, common.seed, cache.folder(surroundings), folder);
    var from = motion == null ? null : surroundings.folder().resolve(motion);
    BenchOptions.tell(
        surroundings, common, new FoveationBench(surroundings, settings, from).run(scenes.scenes));
    return 0;
  }
}
