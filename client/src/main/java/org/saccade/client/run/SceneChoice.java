package org.saccade.client.run;

import java.nio.file.Path;
import java.util.Locale;
import org.saccade.assets.SceneLibrary;

/** Which scene: one the program makes itself, or a person's own file. */
public sealed interface SceneChoice {
  /** What people call it. */
  String name();

  /** A generated scene. */
  record Named(String name) implements SceneChoice {}

  /** A glTF 2.0 file. */
  record FromFile(Path path) implements SceneChoice {
    @Override
    public String name() {
      var file = String.valueOf(path.getFileName());
      int dot = file.lastIndexOf('.');
      return dot > 0 ? file.substring(0, dot) : file;
    }
  }

  /** Reads a name or a file; an unknown name is refused with those there are. */
  static SceneChoice of(String text) {
    if (SceneLibrary.names().contains(text)) {
      return new Named(text);
    }
    var lower = text.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".glb") || lower.endsWith(".gltf")) {
      return new FromFile(Path.of(text));
    }
    throw new IllegalArgumentException(
        "unknown scene '%s': try %s or a .glb or .gltf file"
            .formatted(text, String.join(", ", SceneLibrary.names())));
  }
}
