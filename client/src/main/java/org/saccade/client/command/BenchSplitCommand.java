package org.saccade.client.command;

import java.util.concurrent.Callable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.SplitBench;
import org.saccade.offload.policy.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench split}: frame times with an edge against the device alone. */
@Command(
    name = "split",
    description = {
      "Frame times of a walk with tiles from an edge, against the device alone.",
      "Device and edge are two processes of one core each. About eight minutes after the "
          + "tiles are baked.",
      ""
    },
    sortOptions = false)
final class BenchSplitCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin BenchOptions options = new BenchOptions();

  @Option(
      names = "--scene",
      paramLabel = "NAME|FILE",
      defaultValue = "museum",
      description = "museum (default), orchard, studio or a glTF file.")
  String scene = "museum";

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "Policy of the split run (default ${DEFAULT-VALUE}).")
  String policy = "auto";

  BenchSplitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (!Policies.names().contains(policy)) {
      throw Failure.usage(
          "unknown policy '%s': try %s".formatted(policy, String.join(", ", Policies.names())));
    }
    var work = options.work(surroundings, "split");
    var settings = options.settings(surroundings);
    options.tell(surroundings, new SplitBench(surroundings, settings, scene, policy, work).run());
    return 0;
  }
}
