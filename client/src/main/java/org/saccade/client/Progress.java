package org.saccade.client;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One line that tells how far something long has come: rewritten in place at a terminal, and at
 * most one new line every few seconds elsewhere. One thread.
 */
public final class Progress implements AutoCloseable {
  private static final long TERMINAL_NANOS = 100_000_000L;
  private static final long FILE_NANOS = 5_000_000_000L;
  private static final int WIDTH = 100;

  private final PrintStream stream;
  private final LongSupplier clock;
  private final boolean isTerminal;
  private long lastNanos;
  private boolean isFirst = true;
  private boolean isLineOpen;

  public Progress(Surroundings surroundings) {
    stream = surroundings.err();
    clock = surroundings.clock();
    isTerminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    lastNanos = clock.getAsLong();
  }

  /** Shows this, unless something was shown a moment ago. */
  public void say(String words) {
    long now = clock.getAsLong();
    if (isFirst || now - lastNanos > (isTerminal ? TERMINAL_NANOS : FILE_NANOS)) {
      show(words);
      lastNanos = now;
      isFirst = false;
    }
  }

  /** Whether {@link #say} would show something now: spares composing words nobody sees. */
  public boolean isDue() {
    return isFirst || clock.getAsLong() - lastNanos > (isTerminal ? TERMINAL_NANOS : FILE_NANOS);
  }

  /** Shows this and ends the line. */
  public void end(String words) {
    show(words);
    close();
    isFirst = true;
  }

  @Override
  public void close() {
    if (isLineOpen) {
      stream.println();
      isLineOpen = false;
    }
  }

  private void show(String words) {
    if (isTerminal) {
      var shown = words.length() > WIDTH ? words.substring(0, WIDTH) : words;
      stream.print("\r" + shown + " ".repeat(WIDTH - shown.length()));
      stream.flush();
      isLineOpen = true;
    } else {
      stream.println(words);
    }
  }
}
