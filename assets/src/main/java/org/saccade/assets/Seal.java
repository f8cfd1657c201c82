package org.saccade.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A small file beside a scene's file that tells its size and SHA-256: damage shows at once. */
final class Seal {
  private Seal() {}

  static boolean matches(Path file) throws IOException {
    try {
      String expected = Files.readString(path(file)).strip();
      if (!expected.startsWith(Files.size(file) + " ")) {
        return false;
      }
      MessageDigest digest = sha256();
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
          OutputStream nowhere = OutputStream.nullOutputStream()) {
        in.transferTo(nowhere);
      }
      return expected.equals(line(file, digest));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  static void write(Path file, MessageDigest digest) throws IOException {
    Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "seal", ".part");
    try {
      Files.writeString(temporary, line(file, digest) + "\n");
      Files.move(
          temporary,
          path(file),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String line(Path file, MessageDigest digest) throws IOException {
    return Files.size(file) + " " + HexFormat.of().formatHex(digest.digest());
  }

  private static Path path(Path file) {
    return file.resolveSibling(file.getFileName() + ".seal");
  }
}
