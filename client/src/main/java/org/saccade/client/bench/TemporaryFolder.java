package org.saccade.client.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;

/** A folder that goes with all that is in it when this closes; what its links point at stays. */
record TemporaryFolder(Path folder) implements AutoCloseable {
  /** Makes one in {@code parent}, which is made where it is missing. */
  static TemporaryFolder in(Path parent, String name) {
    try {
      Files.createDirectories(parent);
      return new TemporaryFolder(Files.createTempDirectory(parent, name));
    } catch (IOException failed) {
      throw Failure.failed("cannot make a folder in '%s'".formatted(parent), failed);
    }
  }

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
