package org.saccade.client;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What a command may know of the world outside, read once by {@link Main}.
 *
 * @param variables the environment
 * @param folder where relative paths of the command line begin
 * @param in what a person types
 * @param out for results
 * @param err for progress and failures
 * @param clock nanoseconds, only for differences
 * @param startNanos when the process started, on that clock
 */
public record Surroundings(
    Map<String, String> variables,
    Path folder,
    InputStream in,
    PrintStream out,
    PrintStream err,
    LongSupplier clock,
    long startNanos,
    Stop stop) {
  /** Where nobody types. */
  public Surroundings(
      Map<String, String> variables,
      Path folder,
      PrintStream out,
      PrintStream err,
      LongSupplier clock,
      long startNanos,
      Stop stop) {
    this(variables, folder, InputStream.nullInputStream(), out, err, clock, startNanos, stop);
  }

  /** A variable's value, or the empty text. */
  public String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /** Seconds since the process started. */
  public double secondsSinceStart() {
    return (clock.getAsLong() - startNanos) * 1e-9;
  }

  /** Whether a window could be opened. */
  public boolean hasDisplay() {
    return !variable("DISPLAY").isEmpty()
        || !variable("WAYLAND_DISPLAY").isEmpty()
        || Platform.isWindows();
  }
}
