package org.saccade.client.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.ReuseBench;
import org.saccade.client.bench.VideoBench;
import org.saccade.client.run.SceneFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench reuse}: what caches spare. */
@Command(
    name = "reuse",
    description = {
      "Bytes and bakes of 1, 4, 15 and 40 people who walk in a scene, with what devices "
          + "and edge keep and without, on virtual time.",
      "About ten minutes.",
      ""
    },
    sortOptions = false)
final class BenchReuseCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin CacheOptions cache = new CacheOptions();
  @Mixin WeighedSceneOption scene = new WeighedSceneOption();

  @Option(
      names = "--motion",
      paramLabel = "DIR",
      description = "Motion files of people who walk, 15 or more (default a seeded stand-in).")
  @Nullable Path motion;

  @Option(
      names = "--video",
      description = {
        "Also what an inter-coded foveated video of the first walk costs at 0.3 and 1 m/s where it",
        "looks as good as tiles; needs ffmpeg, an hour more, and 1.5 GB in the cache folder until it",
        "ends. Where that fails the rest is reported all the same, with the reason, and the exit",
        "status is 0."
      })
  boolean wantsVideo;

  BenchReuseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    common.requireWritableJson();
    var folder = Optional.ofNullable(motion).map(surroundings.folder()::resolve);
    var choice = scene.choice();
    var tiles = cache.tiles(surroundings);
    var cacheFolder = cache.folder(surroundings);
    var video =
        wantsVideo ? new VideoBench(surroundings, choice, tiles, common.seed, cacheFolder) : null;
    var bench = new ReuseBench(surroundings, folder, tiles, common.seed, video);
    var loaded = new SceneFiles(surroundings, cacheFolder).load(choice);
    BenchOptions.tell(surroundings, common, bench.run(loaded));
    bench.lines().forEach(surroundings.out()::println);
    return 0;
  }
}
