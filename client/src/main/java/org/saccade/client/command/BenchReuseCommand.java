package org.saccade.client.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.ReuseBench;
import org.saccade.client.run.SceneChoice;
import org.saccade.client.run.SceneFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench reuse}: what caches spare. */
@Command(
    name = "reuse",
    description = {
      "Bytes and bakes of 1, 4, 15 and 40 people who walk in a scene, with what devices and edge",
      "keep and without, on virtual time. About ten minutes.",
      ""
    },
    sortOptions = false)
final class BenchReuseCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin CacheOptions cache = new CacheOptions();

  @Option(
      names = "--scene",
      paramLabel = "NAME|FILE",
      defaultValue = "museum",
      converter = Choices.SceneWord.class,
      description = "Scene whose tiles are weighed (default ${DEFAULT-VALUE}).")
  @Nullable SceneChoice scene;

  @Option(
      names = "--motion",
      paramLabel = "DIR",
      description = "Motion files of people who walk, 15 or more (default a seeded stand-in).")
  @Nullable Path motion;

  BenchReuseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    common.requireWritableJson();
    var folder = Optional.ofNullable(motion).map(surroundings.folder()::resolve);
    var bench = new ReuseBench(surroundings, folder, cache.tiles(surroundings), common.seed);
    var choice = java.util.Objects.requireNonNull(scene);
    var loaded = new SceneFiles(surroundings, cache.folder(surroundings)).load(choice);
    BenchOptions.tell(surroundings, common, bench.run(loaded));
    return 0;
  }
}
