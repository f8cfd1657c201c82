package org.saccade.client.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;

/**
 * One of Saccade's own commands as a process of its own, bound to one core from its start, so that
 * what is measured there has that core and nothing else. The thread that starts it owns it.
 */
final class ChildProcess implements AutoCloseable {
  private static final int SIGTERM_SECONDS = 15;
  private static final long STEP_MILLIS = 100;

  /** The quick compiler alone: the other one takes its time from frames. */
  private static final String ONE_CORE = "-XX:TieredStopAtLevel=1";

  private final Process process;
  private final Surroundings surroundings;
  private final String words;
  private volatile String lastLine = "";

  private ChildProcess(Process process, Surroundings surroundings, String words) {
    this.process = process;
    this.surroundings = surroundings;
    this.words = words;
    Thread.ofVirtual().name("output of " + words).start(this::readOutput);
  }

  /**
   * Starts a command of Saccade.
   *
   * @param core the core it may run on, from 0
   * @param arguments as on the command line
   */
  static ChildProcess start(Surroundings surroundings, int core, List<String> arguments) {
    var command = new ArrayList<String>(List.of("taskset", "-c", String.valueOf(core)));
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    if (arguments.getFirst().equals("run")) {
      command.add(ONE_CORE); // as the launcher does where there is one core
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.saccade.client.Main");
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LP_NUM_THREADS", "1");
    try {
      return new ChildProcess(builder.start(), surroundings, String.join(" ", arguments));
    } catch (IOException missing) {
      throw Failure.lacks(
          "taskset cannot be started (%s): install util-linux".formatted(missing.getMessage()),
          missing);
    }
  }

  /** Waits for its end; told what it prints meanwhile; a failure of it is ours. */
  void await(Consumer<String> progress) {
    while (!waitFor(STEP_MILLIS)) {
      surroundings.stop().check();
      progress.accept(lastLine);
    }
    if (process.exitValue() != 0) {
      throw Failure.failed(
          "'%s' ended with %d: %s".formatted(words, process.exitValue(), lastLine));
    }
  }

  /** Waits until it has printed a line with {@code text} in it, or until it has ended. */
  void awaitLine(String text, long deadlineNanos) {
    while (!lastLine.contains(text)) {
      surroundings.stop().check();
      if (waitFor(STEP_MILLIS) || surroundings.clock().getAsLong() - deadlineNanos > 0) {
        throw Failure.failed("'%s' did not come up: %s".formatted(words, lastLine));
      }
    }
  }

  /** Sends a signal by name: STOP and CONT hold it and let it go on. */
  void signal(String name) {
    try {
      var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
      kill.waitFor();
    } catch (IOException failed) {
      throw Failure.lacks("kill cannot be started: install procps", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** When the system started it. */
  java.time.Instant started() {
    return process.info().startInstant().orElseThrow();
  }

  private boolean waitFor(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Failure.stopped();
    }
  }

  private void readOutput() {
    try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          lastLine = line.strip();
        }
      }
    } catch (IOException ended) {
      lastLine = lastLine + " (output lost: " + ended.getMessage() + ")";
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SIGTERM_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
