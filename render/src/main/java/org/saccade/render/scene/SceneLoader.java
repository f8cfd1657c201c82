package org.saccade.render.scene;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.saccade.render.tile.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a glTF 2.0 file, {@code .glb} or {@code .gltf}, distrusting every number in it. Whatever
 * the bytes, the outcome is a {@link Scene} or one {@link SceneException}.
 */
public final class SceneLoader {
  private static final Logger LOG = LoggerFactory.getLogger(SceneLoader.class);

  private SceneLoader() {}

  /**
   * Loads the file's default scene. Blocks for file IO; any thread. What the file has and we leave
   * out is named in one warning.
   */
  public static Scene load(Path file) throws SceneException {
    try {
      return read(file);
    } catch (OutOfMemoryError e) {
      throw new SceneException(
          file,
          "scene",
          "needs more memory than the %,d MiB Java may use"
              .formatted(Runtime.getRuntime().maxMemory() >> 20),
          "raise -Xmx or simplify the scene");
    } catch (RuntimeException e) {
      LOG.debug("unforeseen while loading {}", file, e);
      throw new SceneException(
          file, "scene", "cannot be understood: " + e, SceneDocument.EXPORT_AGAIN);
    }
  }

  /** Loads without the last net, so that tests can tell foreseen refusals from others. */
  static Scene read(Path file) throws SceneException {
    return read(file, bytes(file));
  }

  /** Reads a scene whose bytes are already there; the path is for names and neighbours. */
  static Scene read(Path file, byte[] bytes) throws SceneException {
    MessageDigest digest = Fingerprint.newDigest();
    digest.update(bytes);
    GlbContainer parts = GlbContainer.parse(file, bytes);
    SceneDocument document = DocumentParser.parse(file, parts.json());
    ExternalFiles files = ExternalFiles.readAll(document, bytes.length, digest);
    Fingerprint fingerprint = Fingerprint.ofDigest(digest.digest());
    Scene scene = new SceneBuilder(document, files, parts.binary()).build(fingerprint);
    if (scene.primitives().isEmpty()) {
      LOG.warn("{}: has no triangles: nothing will be seen but sky", file);
    }
    if (!document.ignored().isEmpty()) {
      LOG.warn("{}: not supported and left out: {}", file, String.join(", ", document.ignored()));
    }
    return scene;
  }

  private static byte[] bytes(Path file) throws SceneException {
    if (!Files.exists(file)) {
      throw new SceneException(file, "file", "does not exist", "name a .glb or .gltf file");
    }
    if (!Files.isRegularFile(file)) {
      String kind = Files.isDirectory(file) ? "is a folder" : "is not an ordinary file";
      throw new SceneException(file, "file", kind, "name a .glb or .gltf file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) Limits.FILE_BYTES + 1);
      if (bytes.length > Limits.FILE_BYTES) {
        throw new SceneException(
            file,
            "file",
            "is larger than %,d bytes".formatted(Limits.FILE_BYTES),
            "simplify the scene or split it");
      }
      return bytes;
    } catch (IOException e) {
      throw new SceneException(file, "file", "cannot be read: " + e, "check its permissions");
    }
  }
}
