package org.saccade.client.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.saccade.client.Failure;

/** Files that are there whole or not at all: written beside their place, then renamed. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes a file's content. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream stream) throws IOException;
  }

  /** Writes a text file. */
  public static void write(Path file, String text) {
    write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes a file; a failure names it and leaves nothing half-written. */
  public static void write(Path file, Content content) {
    try {
      writeOrThrow(file, content);
    } catch (IOException failed) {
      throw Failure.failed(
          "cannot write '%s' (%s): make room there or choose another place"
              .formatted(file, reason(failed)),
          failed);
    }
  }

  /**
   * Makes sure of a folder before anything long starts: creates it and tries to write there.
   *
   * @param option what named the folder, for the message
   */
  public static void requireWritableFolder(Path folder, String option) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".saccade", ".tmp"));
    } catch (IOException failed) {
      throw Failure.failed(
          "%s '%s' is not a folder that can be written (%s): choose another"
              .formatted(option, folder, reason(failed)),
          failed);
    }
  }

  /** Makes sure a file could be written there before anything long starts. */
  public static void requireWritableFile(Path file, String option) {
    if (Files.isDirectory(file)) {
      throw Failure.failed("%s '%s' is a folder: name a file in it".formatted(option, file));
    }
    var parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      return;
    }
    try {
      Files.createDirectories(parent);
      Files.delete(Files.createTempFile(parent, ".saccade", ".tmp"));
    } catch (IOException failed) {
      throw Failure.failed(
          "%s '%s' cannot be written (%s): choose another".formatted(option, file, reason(failed)),
          failed);
    }
  }

  private static void writeOrThrow(Path file, Content content) throws IOException {
    var parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException("it has no folder");
    }
    Files.createDirectories(parent);
    // not createTempFile: its files are for their owner's eyes only
    var temporary = parent.resolve(".%s-%s.tmp".formatted(file.getFileName(), UUID.randomUUID()));
    try {
      try (var stream = new BufferedOutputStream(Files.newOutputStream(temporary))) {
        content.writeTo(stream);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Why a file could not be used, for people. */
  public static String reason(IOException failed) {
    var name = failed.getClass().getSimpleName().replace("Exception", "");
    return switch (name) {
      case "AccessDenied" -> "permission denied";
      case "NoSuchFile" -> "it does not exist";
      case "FileAlreadyExists", "NotDirectory" -> "a file is in the way";
      default -> {
        var message = failed.getMessage();
        yield message == null ? name : message.lines().findFirst().orElse(name);
      }
    };
  }
}
