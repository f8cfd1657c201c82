package org.saccade.client.headset;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saccade.client.Stop;
import org.saccade.client.Surroundings;
import org.saccade.client.command.CommandLines;
import org.saccade.testing.Await;

/** The product's command, run on a thread of its own in this JVM, as a person would start it. */
final class WornClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Stop stop = new Stop();
  private final Thread thread;
  private volatile int status = Integer.MIN_VALUE;

  private WornClient(Path folder, Map<String, String> variables, List<String> arguments) {
    var words = new PrintStream(said, true, StandardCharsets.UTF_8);
    var surroundings =
        new Surroundings(
            variables, folder, words, words, System::nanoTime, System.nanoTime(), stop);
    thread =
        Thread.ofPlatform()
            .name("worn client")
            .start(() -> status = CommandLines.execute(surroundings, arguments));
  }

  /** Starts a command line. */
  static WornClient start(Path folder, String... arguments) {
    return new WornClient(folder, System.getenv(), List.of(arguments));
  }

  /** Starts a command line that keeps its settings in the folder. */
  static WornClient startAnew(Path folder, String... arguments) {
    var variables = new HashMap<>(System.getenv());
    variables.put("XDG_CONFIG_HOME", folder.toString());
    return new WornClient(folder, Map.copyOf(variables), List.of(arguments));
  }

  /** Everything it said so far. */
  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** How often it said something. */
  int times(String words) {
    return said().split(words, -1).length - 1;
  }

  /** Waits until it said something so often. */
  void awaitSaid(String words, int times) {
    Await.until(
        "'%s' for the %d. time".formatted(words, times),
        PATIENCE,
        () -> times(words) >= times || !thread.isAlive());
    if (times(words) < times) {
      throw new AssertionError("the client ended with %d and said:%n%s".formatted(status, said()));
    }
  }

  /** Whether it runs. */
  boolean isRunning() {
    return thread.isAlive();
  }

  /** Waits for its end; the exit code. */
  int await(Duration patience) {
    Await.until("the end of the client, which said:\n" + said(), patience, () -> !thread.isAlive());
    return status;
  }

  /** Stops it as Ctrl-C would; does not wait. */
  void stop() {
    stop.request();
  }

  @Override
  public void close() {
    stop();
    await(PATIENCE);
  }
}
