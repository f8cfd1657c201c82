package org.saccade.client.run;

import java.nio.file.Path;
import java.util.Locale;

/** How the head moves. */
public sealed interface MotionChoice {
  /** A person at the keyboard; needs a window. */
  record Mouse() implements MotionChoice {}

  /** Round the start in a circle. */
  record Orbit() implements MotionChoice {}

  /** A seeded walk without a stop. */
  record Walk() implements MotionChoice {}

  /** A seeded visit: standing and looking between walks. */
  record Visit() implements MotionChoice {}

  /** A recording. */
  record FromFile(Path path) implements MotionChoice {}

  /** Reads mouse, orbit, walk, visit or a CSV file. */
  static MotionChoice of(String text) {
    return switch (text) {
      case "mouse" -> new Mouse();
      case "orbit" -> new Orbit();
      case "walk" -> new Walk();
      case "visit" -> new Visit();
      default -> {
        if (text.toLowerCase(Locale.ROOT).endsWith(".csv")) {
          yield new FromFile(Path.of(text));
        }
        throw new IllegalArgumentException(
            "unknown motion '%s': try mouse, orbit, walk, visit or a .csv file".formatted(text));
      }
    };
  }

  /** As it is written in a report. */
  default String words() {
    return switch (this) {
      case Mouse mouse -> "mouse";
      case Orbit orbit -> "orbit";
      case Walk walk -> "walk";
      case Visit visit -> "visit";
      case FromFile file -> String.valueOf(file.path());
    };
  }
}
