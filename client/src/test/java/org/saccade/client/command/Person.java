package org.saccade.client.command;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.NullMarked;
import org.saccade.client.Stop;
import org.saccade.client.Surroundings;
import org.saccade.testing.Await;

/** Somebody at a program: what they type, and what they are shown and told. */
@NullMarked
final class Person {
  static final Duration SOON = Duration.ofSeconds(20);

  final Surroundings surroundings;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Keyboard keyboard = new Keyboard();

  /** Has typed nothing yet when nothing was typed, as a terminal. */
  private static final class Keyboard extends InputStream {
    private final Queue<Integer> typed = new ConcurrentLinkedQueue<>();

    @Override
    public int available() {
      return typed.size();
    }

    @Override
    public int read() {
      var next = typed.poll();
      return next == null ? -1 : next;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int next = length > 0 ? read() : 0;
      if (length > 0 && next >= 0) {
        into[from] = (byte) next;
      }
      return length > 0 && next >= 0 ? 1 : next;
    }
  }

  /**
   * @param folder of the settings
   */
  Person(Path folder, LongSupplier clock) {
    surroundings =
        new Surroundings(
            Map.of("XDG_CONFIG_HOME", folder.toString()),
            folder,
            keyboard,
            new PrintStream(shown, true, StandardCharsets.UTF_8),
            new PrintStream(told, true, StandardCharsets.UTF_8),
            clock,
            clock.getAsLong(),
            new Stop());
  }

  void type(String text) {
    text.chars().forEach(keyboard.typed::add);
  }

  String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  void awaitShown(String words) {
    Await.until("'%s' is shown".formatted(words), SOON, () -> shown().contains(words));
  }

  /** Runs a command; gives its exit status. */
  CompletableFuture<Integer> run(String... arguments) {
    return CompletableFuture.supplyAsync(
        () -> CommandLines.execute(surroundings, List.of(arguments)));
  }
}
