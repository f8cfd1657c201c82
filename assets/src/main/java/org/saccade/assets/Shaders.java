package org.saccade.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shader sources by file name, with {@code #include "name"} resolved once per shader and {@code
 * #define} lines put after the version. Any thread; nothing is cached.
 */
public final class Shaders {
  private static final Pattern INCLUDE = Pattern.compile("^\\s*#include\\s+\"([^\"]+)\"\\s*$");
  private static final String VERSION = "#version 450 core\n";

  private Shaders() {}

  /**
   * The whole source of a shader, ready for the driver.
   *
   * @param name a file in the shaders folder, such as {@code scene.vert}; it has no version line
   * @param defines each {@code NAME} or {@code NAME VALUE}
   */
  public static String source(String name, List<String> defines) {
    var source = new StringBuilder(VERSION);
    for (String define : defines) {
      source.append("#define ").append(define).append('\n');
    }
    append(name, source, new HashSet<>());
    return source.toString();
  }

  private static void append(String name, StringBuilder source, Set<String> included) {
    if (!included.add(name)) {
      return;
    }
    int line = 1;
    source.append("#line 1\n");
    for (String text : read(name).split("\n", -1)) {
      line++;
      Matcher include = INCLUDE.matcher(text);
      if (include.matches()) {
        append(include.group(1), source, included);
        source.append("#line ").append(line).append('\n');
      } else {
        source.append(text).append('\n');
      }
    }
  }

  private static String read(String name) {
    try (InputStream in = Shaders.class.getResourceAsStream("shaders/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "no shader %s; expected a file of that name beside the others".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("shader %s cannot be read".formatted(name), e);
    }
  }
}
