package org.saccade.client.bench.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Uncoded frames one after the other in a file, red in the first byte of each four. One thread.
 *
 * @param width of a frame, pixels
 */
public record RawFrames(Path file, int width, int height) {
  /** How many there are. */
  public int count() {
    try {
      return Files.exists(file) ? (int) (Files.size(file) / frameBytes()) : 0;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot look at '%s'".formatted(file), failed);
    }
  }

  private long frameBytes() {
    return 4L * width * height;
  }

  /** Adds a frame: red in the lowest byte of each pixel. */
  public void add(int[] rgba) {
    if (rgba.length != width * height) {
      throw new IllegalArgumentException(
          "%d pixels for a frame of %dx%d".formatted(rgba.length, width, height));
    }
    var bytes = ByteBuffer.allocate(4 * rgba.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(rgba);
    try (var to =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write '%s'".formatted(file), failed);
    }
  }

  /** Deletes them all. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot delete '%s'".formatted(file), failed);
    }
  }

  /** One of them, counted from 0. */
  public int[] frame(int index) {
    var bytes = ByteBuffer.allocate((int) frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
    try (var from = FileChannel.open(file, StandardOpenOption.READ)) {
      long at = index * frameBytes();
      while (bytes.hasRemaining()) {
        if (from.read(bytes, at + bytes.position()) < 0) {
          throw new IllegalArgumentException(
              "'%s' has no frame %d of %dx%d".formatted(file, index, width, height));
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read '%s'".formatted(file), failed);
    }
    int[] rgba = new int[width * height];
    bytes.flip().asIntBuffer().get(rgba);
    return rgba;
  }
}
