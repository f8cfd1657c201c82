package org.saccade.render.tile;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest: four big-endian longs, {@code a} first. */
public record Fingerprint(long a, long b, long c, long d) {
  /** Length in bytes. */
  public static final int SIZE = 32;

  /** The digest of the concatenated parts. */
  public static Fingerprint sha256(byte[]... parts) {
    MessageDigest digest = newDigest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return ofDigest(digest.digest());
  }

  /** A fresh SHA-256, for input that comes in pieces; hand its digest to {@link #ofDigest}. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must offer SHA-256; use another JDK", e);
    }
  }

  /** Wraps a digest of 32 bytes. */
  public static Fingerprint ofDigest(byte[] digest) {
    if (digest.length != SIZE) {
      throw new IllegalArgumentException(
          "a fingerprint has %d bytes, not %d; use SHA-256".formatted(SIZE, digest.length));
    }
    return read(ByteBuffer.wrap(digest));
  }

  /** Reads 32 bytes. */
  public static Fingerprint read(ByteBuffer from) {
    return new Fingerprint(from.getLong(), from.getLong(), from.getLong(), from.getLong());
  }

  /** Writes 32 bytes. */
  public void write(ByteBuffer to) {
    to.putLong(a).putLong(b).putLong(c).putLong(d);
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(a) + hex.toHexDigits(b) + hex.toHexDigits(c) + hex.toHexDigits(d);
  }

  @Override
  public String toString() {
    return hex().substring(0, 12);
  }
}
