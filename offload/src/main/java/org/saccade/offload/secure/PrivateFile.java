package org.saccade.offload.secure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
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
 * the folder's rights decide). Written whole or not at all, also where there are no hard links;
 * what may be changed by two at once is changed under a {@link FolderLock}.
 */
final class PrivateFile {
  private static final int MOST_BYTES = 1 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Set<StandardOpenOption> NEW =
      EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  private static final Set<StandardOpenOption> LOCK =
      EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private PrivateFile() {}

  /** The text, or null when there is no such file. */
  static @Nullable String read(Path file) throws KeyFileException {
    try {
      requireItsOwnersAlone(file);
      long bytes = Files.size(file);
      if (bytes > MOST_BYTES) {
        throw new KeyFileException(
            "%s has %d bytes; expected at most %d: move it away"
                .formatted(file, bytes, MOST_BYTES));
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    } catch (NoSuchFileException e) {
      return null;
    } catch (KeyFileException e) {
      throw e;
    } catch (CharacterCodingException e) {
      throw new KeyFileException(
          "%s is not UTF-8: save it in that encoding, or move it away and pair again"
              .formatted(file),
          e);
    } catch (IOException e) {
      throw new KeyFileException("%s cannot be read: %s".formatted(file, why(e)), e);
    }
  }

  private static void requireItsOwnersAlone(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    Set<PosixFilePermission> permissions =
        view == null ? Set.of() : view.readAttributes().permissions();
    if (!OWNER.containsAll(permissions)) {
      throw new KeyFileException(
          "%s is open to others (%s): look at what is in it, then chmod 600 it"
              .formatted(file, PosixFilePermissions.toString(permissions)));
    }
  }

  static void write(Path file, String text) throws KeyFileException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_BYTES) {
      throw new KeyFileException(
          "%s is full (%d bytes; %d are the most): delete lines that are not needed any more"
              .formatted(file, bytes.length, MOST_BYTES));
    }
    try {
      replace(file, bytes);
    } catch (KeyFileException e) {
      throw e;
    } catch (IOException e) {
      throw new KeyFileException("%s cannot be written: %s".formatted(file, why(e)), e);
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path draft = folder(file).resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(draft, NEW, owners(draft))) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Opens a file that holds nothing and is only there to be locked; made when it is not there. */
  static FileChannel openLock(Path file) throws KeyFileException {
    try {
      folder(file);
      return FileChannel.open(file, LOCK, owners(file));
    } catch (IOException e) {
      throw new KeyFileException("%s cannot be written: %s".formatted(file, why(e)), e);
    }
  }

  /** The system's own messages are often only the file's name. */
  private static String why(IOException trouble) {
    if (trouble instanceof AccessDeniedException) {
      return "it is not this user's to use";
    }
    String words =
        trouble instanceof FileSystemException named ? named.getReason() : trouble.getMessage();
    return words == null ? trouble.getClass().getSimpleName() : words;
  }

  private static Path folder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new KeyFileException("%s is no file's name".formatted(file));
    }
    return Files.createDirectories(folder);
  }

  /** A file is made with its permissions: there is no moment at which others may read it. */
  private static FileAttribute<?>[] owners(Path file) {
    boolean hasPermissions =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            != null;
    return hasPermissions
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
        : new FileAttribute<?>[0];
  }
}
