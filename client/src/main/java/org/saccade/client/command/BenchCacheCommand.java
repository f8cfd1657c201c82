package org.saccade.client.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.CacheBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench cache}: what an edge's cache serves by what it lets go. */
@Command(
    name = "cache",
    description = {
      "The share of requests that an edge's cache of 1 to 20 %% of all tiles serves, by "
          + "what it lets go: LRU, LFU, W-TinyLFU, ours, and Belady's, which knows the future.",
      "About five minutes.",
      ""
    },
    sortOptions = false)
final class BenchCacheCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--popularity",
      paramLabel = "DIR",
      description = {
        "A folder of popularity files, one a scene:",
        "user,t_s,pitch_deg,yaw_deg (default: a generated",
        "stand-in)."
      })
  @Nullable Path popularity;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "15",
      description = "People who are there at the same time (default ${DEFAULT-VALUE}).")
  int atOnce;

  BenchCacheCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (atOnce < 1 || atOnce > 1000) {
      throw Failure.usage("--at-once is %d; expected 1 to 1000".formatted(atOnce));
    }
    common.requireWritableJson();
    var folder = Optional.ofNullable(popularity).map(surroundings.folder()::resolve);
    BenchOptions.tell(
        surroundings, common, new CacheBench(surroundings, folder, atOnce, common.seed).run());
    return 0;
  }
}
