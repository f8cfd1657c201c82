package org.saccade.client.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}: the measurements. */
@Command(
    name = "bench",
    description = {"Measure; docs/benchmarks.md defines every figure.", ""})
final class BenchCommand implements Runnable {
  @Spec @org.jspecify.annotations.Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  boolean wantsHelp;

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(),
        "name a measurement: try ./saccade bench split, quality, moving, foveation, outage, pose, predict, cache, reuse, gaze or wire");
  }
}
