package org.saccade.client.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;

/**
 * The cache folder of an edge that has baked nothing yet: no tiles, but the generated scenes of
 * another cache. It goes when this closes, also when the person stops the bench; the scenes stay.
 */
final class ColdCache implements AutoCloseable {
  private final Path folder;

  private ColdCache(Path folder) {
    this.folder = folder;
  }

  /** Makes one in {@code work} that shares the scenes of {@code warm}. */
  static ColdCache in(Path work, Path warm) {
    try {
      Files.createDirectories(work);
      var cold = new ColdCache(Files.createTempDirectory(work, "cold-cache"));
      cold.share(warm.resolve("scenes"));
      return cold;
    } catch (IOException failed) {
      throw Failure.failed("cannot make a folder in '%s'".formatted(work), failed);
    }
  }

  private void share(Path scenes) throws IOException {
    try {
      if (Files.isDirectory(scenes)) {
        Files.createSymbolicLink(folder.resolve("scenes"), scenes.toAbsolutePath());
      }
    } catch (IOException | UnsupportedOperationException failed) {
      close();
      throw new IOException("cannot link to '%s'".formatted(scenes), failed);
    }
  }

  Path folder() {
    return folder;
  }

  /** Deletes the folder; links in it go, what they point at stays. */
  @Override
  public void close() {
    try {
      Files.walkFileTree(folder, new Deleting());
    } catch (IOException failed) {
      throw Failure.failed("cannot delete '%s': delete it by hand".formatted(folder), failed);
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed)
        throws IOException {
      Files.deleteIfExists(visited);
      return FileVisitResult.CONTINUE;
    }
  }
}
