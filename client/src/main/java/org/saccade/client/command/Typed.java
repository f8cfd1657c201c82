package org.saccade.client.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** Lines a person types, taken without waiting for them. One thread. */
final class Typed {
  private static final int MOST_CHARACTERS = 200;

  private final InputStream in;
  private final StringBuilder line = new StringBuilder();

  Typed(InputStream in) {
    this.in = in;
  }

  /** The next whole line, in lower case; empty when none is there yet. */
  Optional<String> poll() {
    try {
      while (in.available() > 0) {
        int read = in.read();
        if (read == '\n') {
          String whole = line.toString().strip().toLowerCase(Locale.ROOT);
          line.setLength(0);
          return Optional.of(whole);
        }
        if (line.length() < MOST_CHARACTERS) {
          line.append((char) read);
        }
      }
    } catch (IOException closed) {
      // nobody types any more
    }
    return Optional.empty();
  }

  /** Forgets what was typed so far; whether there was anything. */
  boolean drop() {
    boolean hasTyped = line.length() > 0;
    while (poll().isPresent()) {
      hasTyped = true;
    }
    hasTyped |= line.length() > 0;
    line.setLength(0);
    return hasTyped;
  }

  static boolean isYes(String line) {
    return line.equals("y") || line.equals("yes");
  }

  /** Six digits as people read them. */
  static String spaced(String code) {
    return code.substring(0, 3) + " " + code.substring(3);
  }
}
