package org.saccade.render.scene;

import java.nio.file.Path;

/** Reads a glTF 2.0 file, {@code .glb} or {@code .gltf}, distrusting every number in it. */
public final class SceneLoader {
  private SceneLoader() {}

  /** Loads the file's default scene. Blocks for file IO; any thread. */
  public static Scene load(Path file) throws SceneException {
    if (file.getNameCount() > 0) {
      throw new SceneException(file, "loading", "is not there yet", "wait for the next build");
    }
    throw new SceneException(file, "path", "is empty", "name a file");
  }
}
