package org.saccade.client.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.PoseBench;
import org.saccade.client.run.SceneChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench pose}: how old and how wrong poses are, near and far from the edge. */
@Command(
    name = "pose",
    description = {
      "How old poses are when a frame ends, and how wrong they turn out to be, with an "
          + "edge at 0 and at 100 ms, and without locating the views late.",
      "An emulated head tracker follows the motion. Two minutes after the tiles are " + "baked.",
      ""
    },
    sortOptions = false)
final class BenchPoseCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin BenchOptions options = new BenchOptions();

  @Option(
      names = "--scene",
      paramLabel = "NAME|FILE",
      defaultValue = "studio",
      converter = Choices.SceneWord.class,
      description = "studio (default), museum, orchard or a glTF file.")
  @Nullable SceneChoice scene;

  BenchPoseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    options.work(surroundings, "pose");
    var settings = options.settings(surroundings);
    var bench = new PoseBench(surroundings, settings, Objects.requireNonNull(scene));
    options.tell(surroundings, bench.run());
    return 0;
  }
}
