package org.saccade.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shader sources by file name, with {@code #include "name"} resolved once per shader and {@code
 * #define} lines put after the version. Any thread; what was asked for once is kept.
 */
public final class Shaders {
  private static final Pattern INCLUDE = Pattern.compile("^\\s*#include\\s+\"([^\"]+)\"\\s*$");
  private static final String FOLDER = "shaders/";
  private static final String VERSION = "#version 450 core\n";

  private static final Map<Wanted, String> KNOWN = new ConcurrentHashMap<>();

  private record Wanted(String name, List<String> defines) {}

  private Shaders() {}

  /**
   * The whole source of a shader, ready for the driver.
   *
   * @param name a file in the shaders folder, such as {@code scene.vert}; it has no version line
   * @param defines each {@code NAME} or {@code NAME VALUE}
   */
  public static String source(String name, List<String> defines) {
    return KNOWN.computeIfAbsent(new Wanted(name, List.copyOf(defines)), Shaders::assemble);
  }

  private static String assemble(Wanted wanted) {
    var source = new StringBuilder(VERSION);
    for (String define : wanted.defines()) {
      source.append("#define ").append(define).append('\n');
    }
    append(wanted.name(), source, new HashSet<>());
    return source.toString();
  }

  /**
   * SHA-256 over the names and sources of all shaders, in hexadecimal digits: another one when any
   * of them changed.
   */
  public static String digest() {
    URL anchor = Shaders.class.getResource(FOLDER + "scene.frag");
    try {
      if (anchor == null) {
        throw new IOException("they lie nowhere");
      }
      if (anchor.openConnection() instanceof JarURLConnection inJar) {
        Path jar = Path.of(inJar.getJarFileURL().toURI());
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
          return digest(content.getPath(inJar.getEntryName()));
        }
      }
      return digest(Path.of(anchor.toURI()));
    } catch (IOException | URISyntaxException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "the shaders beside %s cannot be listed".formatted(anchor), e);
    }
  }

  /** Over the folder that one of the files lies in. */
  private static String digest(Path anchor) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Path folder = Objects.requireNonNull(anchor.toAbsolutePath().getParent());
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted(Comparator.comparing(file -> file.getFileName().toString())).toList();
    }
    for (Path file : files) {
      byte[] source = Files.readAllBytes(file);
      String head = "%s %d\n".formatted(file.getFileName(), source.length);
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      digest.update(source);
    }
    return HexFormat.of().formatHex(digest.digest());
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
    try (InputStream in = Shaders.class.getResourceAsStream(FOLDER + name)) {
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
