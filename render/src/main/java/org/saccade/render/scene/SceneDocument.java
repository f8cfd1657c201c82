package org.saccade.render.scene;

import com.fasterxml.jackson.databind.JsonNode;
import de.javagl.jgltf.impl.v2.GlTF;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A parsed but still distrusted glTF document, and how to complain about it. Extensions and extras
 * are read from {@link #json}, everything else from {@link #gltf}. One thread.
 */
final class SceneDocument {
  /** The remedy for files that break the format. */
  static final String EXPORT_AGAIN = "export the file again";

  private final Path file;
  private final JsonNode json;
  private final GlTF gltf;
  private final Set<String> ignored = new TreeSet<>();

  SceneDocument(Path file, JsonNode json, GlTF gltf) {
    this.file = file;
    this.json = json;
    this.gltf = gltf;
  }

  Path file() {
    return file;
  }

  JsonNode json() {
    return json;
  }

  GlTF gltf() {
    return gltf;
  }

  /** Notes something the file has and we leave out; named once, together, after loading. */
  void ignore(String what) {
    ignored.add(SceneException.oneLine(what));
  }

  /** What was left out, in order of name. */
  List<String> ignored() {
    return new ArrayList<>(ignored);
  }

  /** A list of the document that may be absent. */
  static <T> List<T> list(@Nullable List<T> maybe) {
    return maybe == null ? List.of() : maybe;
  }

  /** A complaint that the file itself is at fault. */
  SceneException broken(String field, String value) {
    return new SceneException(file, field, value, EXPORT_AGAIN);
  }

  /** A complaint with its own remedy. */
  SceneException refused(String field, String value, String remedy) {
    return new SceneException(file, field, value, remedy);
  }

  /** Checks that an index of the document points into a list of it, and returns that element. */
  <T> T at(@Nullable List<T> maybe, @Nullable Integer index, String field, String what)
      throws SceneException {
    List<T> list = list(maybe);
    if (index == null) {
      throw broken(field, "is missing");
    }
    if (index < 0 || index >= list.size()) {
      throw broken(field, "is %d, but there are %d %s".formatted(index, list.size(), what));
    }
    return list.get(index);
  }

  /** Insists that a count keeps to a stated limit. */
  void limit(String field, long value, long limit) throws SceneException {
    if (value > limit) {
      throw refused(
          field,
          "is %,d, above the limit of %,d".formatted(value, limit),
          "simplify the scene or split it");
    }
  }

  /** Insists that all numbers are finite. */
  void finite(String field, float... values) throws SceneException {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw broken(field, "holds " + value + ", which is not a finite number");
      }
    }
  }
}
