package org.saccade.offload.secure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A small text file for its owner alone (0600; where there are no such permissions, as on Windows,
 * the folder's rights decide). Written whole or not at all.
 */
final class PrivateFile {
  private static final int MOST_BYTES = 1 << 20;
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private PrivateFile() {}

  /** The text, or null when there is no such file. */
  static @Nullable String read(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    try {
      if (view != null && !OWNER.containsAll(view.readAttributes().permissions())) {
        throw new KeyFileException(
            "%s is open to others (%s): look at what is in it, then chmod 600 it"
                .formatted(
                    file, PosixFilePermissions.toString(view.readAttributes().permissions())));
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new KeyFileException(
            "%s has %d bytes; expected at most %d: move it away"
                .formatted(file, Files.size(file), MOST_BYTES));
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Writes unless there is such a file; gives what is in the file now. */
  static String writeNew(Path file, String text) throws IOException {
    Path folder = folder(file);
    Path draft = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      fill(draft, text);
      Files.createLink(file, draft);
      return text;
    } catch (FileAlreadyExistsException e) {
      String theirs = read(file);
      return theirs == null ? text : theirs;
    } catch (UnsupportedOperationException e) {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return text;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  static void write(Path file, String text) throws IOException {
    Path draft = folder(file).resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      fill(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Path folder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new KeyFileException("%s is no file's name".formatted(file));
    }
    return Files.createDirectories(folder);
  }

  private static void fill(Path draft, String text) throws IOException {
    try (FileChannel channel = create(draft)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Made with its permissions, so that there is no moment at which others may read it. */
  private static FileChannel create(Path file) throws IOException {
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean hasPermissions =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            != null;
    FileAttribute<?>[] attributes =
        hasPermissions
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    return FileChannel.open(file, options, attributes);
  }
}
