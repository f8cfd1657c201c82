package org.saccade.offload.secure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The public key somebody is known by. Immutable. */
public final class PeerKey {
  private static final int FINGERPRINT_BYTES = 16;
  private static final int GROUP = 4;
  private static final byte[] FINGERPRINT_LABEL =
      "saccade fingerprint".getBytes(StandardCharsets.US_ASCII);

  private final byte[] key;

  private PeerKey(byte[] key) {
    this.key = key;
  }

  static PeerKey of(byte[] key) {
    if (key.length != X25519.KEY_BYTES) {
      throw new IllegalArgumentException(
          "a public key of %d bytes; expected %d".formatted(key.length, X25519.KEY_BYTES));
    }
    return new PeerKey(key.clone());
  }

  /** The key in 64 hexadecimal digits. */
  public static PeerKey parse(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  public String hex() {
    return HexFormat.of().formatHex(key);
  }

  byte[] bytes() {
    return key.clone();
  }

  /** 128 bits of the key's digest in 32 hexadecimal digits. */
  public String digits() {
    byte[] digest = Arrays.copyOf(Hkdf.sha256(FINGERPRINT_LABEL, key), FINGERPRINT_BYTES);
    return HexFormat.of().formatHex(digest);
  }

  /** The same for people, in eight groups of four. */
  public String fingerprint() {
    String hex = digits();
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < hex.length(); i += GROUP) {
      groups.append(i == 0 ? "" : " ").append(hex, i, i + GROUP);
    }
    return groups.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PeerKey that && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return fingerprint();
  }
}
