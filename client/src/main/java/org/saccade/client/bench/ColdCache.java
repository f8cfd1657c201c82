package org.saccade.client.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.saccade.client.Failure;

/**
 * The cache folder of an edge that has baked nothing yet: no tiles, but the generated scenes of
 * another cache. It goes when this closes, also when the person stops the bench; the scenes stay.
 */
final class ColdCache implements AutoCloseable {
  private final TemporaryFolder folder;

  private ColdCache(TemporaryFolder folder) {
    this.folder = folder;
  }

  /** Makes one in {@code work} that shares the scenes of {@code warm}. */
  static ColdCache in(Path work, Path warm) {
    var cold = new ColdCache(TemporaryFolder.in(work, "cold-cache"));
    cold.share(warm.resolve("scenes"));
    return cold;
  }

  private void share(Path scenes) {
    try {
      if (Files.isDirectory(scenes)) {
        Files.createSymbolicLink(folder().resolve("scenes"), scenes.toAbsolutePath());
      }
    } catch (IOException | UnsupportedOperationException failed) {
      close();
      throw Failure.failed("cannot link to '%s'".formatted(scenes), failed);
    }
  }

  Path folder() {
    return folder.folder();
  }

  @Override
  public void close() {
    folder.close();
  }
}
