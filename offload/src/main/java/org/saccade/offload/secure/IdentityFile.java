package org.saccade.offload.secure;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps an identity: one line, {@code saccade-identity 1} and the private key in hexadecimal. */
public final class IdentityFile {
  private static final String HEAD = "saccade-identity 1 ";
  private static final Pattern LINE = Pattern.compile(HEAD + "([0-9a-f]{64})\\R?");

  private IdentityFile() {}

  /** The identity kept in {@code file}, made and kept there when there is none. */
  public static Identity open(Path file, SecureRandom random) throws IOException {
    String text = PrivateFile.read(file);
    if (text == null) {
      text = make(file, random);
    }
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      // What is in it may be a key, so it is not shown.
      throw new KeyFileException(
          "%s holds no identity (%d characters; expected one line, '%s' and 64 hexadecimal digits):"
                  .formatted(file, text.length(), HEAD.strip())
              + " restore it, or move it away for a new identity and pair again");
    }
    return Identity.ofPrivate(HexFormat.of().parseHex(line.group(1)));
  }

  /** Another program may make one in the same moment: the first one's stays. */
  private static String make(Path file, SecureRandom random) throws IOException {
    try (var _ = FolderLock.beside(file)) {
      String theirs = PrivateFile.read(file);
      if (theirs != null) {
        return theirs;
      }
      String ours = HEAD + HexFormat.of().formatHex(Identity.create(random).privateKey()) + "\n";
      PrivateFile.write(file, ours);
      return ours;
    }
  }
}
