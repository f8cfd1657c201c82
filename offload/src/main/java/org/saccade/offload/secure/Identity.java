package org.saccade.offload.secure;

import java.security.SecureRandom;

/** Who we are: a static X25519 key pair. The private half never leaves this package. Immutable. */
public final class Identity {
  private final byte[] privateKey;
  private final PeerKey publicKey;

  private Identity(byte[] privateKey) {
    this.privateKey = privateKey;
    this.publicKey = PeerKey.of(X25519.publicOf(privateKey));
  }

  public static Identity create(SecureRandom random) {
    return new Identity(X25519.newPrivate(random));
  }

  static Identity ofPrivate(byte[] privateKey) {
    if (privateKey.length != X25519.KEY_BYTES) {
      throw new IllegalArgumentException(
          "a private key of %d bytes; expected %d".formatted(privateKey.length, X25519.KEY_BYTES));
    }
    return new Identity(privateKey.clone());
  }

  /** What others know us by. */
  public PeerKey publicKey() {
    return publicKey;
  }

  byte[] privateKey() {
    return privateKey.clone();
  }

  @Override
  public String toString() {
    return "identity " + publicKey.fingerprint();
  }
}
