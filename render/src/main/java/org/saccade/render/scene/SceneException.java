package org.saccade.render.scene;

import java.nio.file.Path;

/** A scene file that cannot be used. The message is one line: file, field, value and remedy. */
public final class SceneException extends Exception {
  private static final int LONGEST = 400;

  /**
   * Composes {@code file: field is value; remedy}.
   *
   * @param field where in the file, such as {@code accessors[3].count}
   * @param value what was found, and the limit it breaks
   * @param remedy what to do next
   */
  public SceneException(Path file, String field, String value, String remedy) {
    super("%s: %s %s; %s".formatted(oneLine(file), oneLine(field), oneLine(value), remedy));
  }

  /** Text from a hostile file, cut short and without line breaks or control characters. */
  static String oneLine(Object text) {
    String line = String.valueOf(text).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
