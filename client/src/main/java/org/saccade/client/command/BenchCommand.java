package org.saccade.client.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}: the measurements. */
@Command(
    name = "bench",
    description = {"Measure; docs/benchmarks.md defines every figure.", ""},
    mixinStandardHelpOptions = false)
final class BenchCommand implements Runnable {
  @Spec @org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(),
        "name a measurement: try ./saccade bench split, quality or outage");
  }
}
