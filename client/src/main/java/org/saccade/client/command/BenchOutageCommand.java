package org.saccade.client.command;

import java.util.concurrent.Callable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.bench.OutageBench;
import org.saccade.offload.policy.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench outage}: a walk whose edge goes away and comes back. */
@Command(
    name = "outage",
    description = {
      "A walk whose edge is held for two seconds, then one whose edge is killed and "
          + "started again.",
      "Device and edge are two processes of one core each. Two minutes after the tiles "
          + "are baked.",
      ""
    },
    sortOptions = false)
final class BenchOutageCommand implements Callable<Integer> {
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
      description = "Policy of the device (default ${DEFAULT-VALUE}).")
  String policy = "auto";

  BenchOutageCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (!Policies.names().contains(policy)) {
      throw Failure.usage(
          "unknown policy '%s': try %s".formatted(policy, String.join(", ", Policies.names())));
    }
    var work = options.work(surroundings, "outage");
    var settings = options.settings(surroundings);
    options.tell(surroundings, new OutageBench(surroundings, settings, scene, policy, work).run());
    return 0;
  }
}
