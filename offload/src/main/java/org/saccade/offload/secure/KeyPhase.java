package org.saccade.offload.secure;

import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key of one direction of one transport, with the mask its counters are hidden under. The next
 * phase follows from this one and never the other way round, so a key stolen later opens nothing
 * sealed before. Immutable.
 */
final class KeyPhase {
  /** Phases have 16 bits; after the last a new handshake is needed. */
  static final int LAST = 0xFFFF;

  private static final int NONCE_BYTES = 12;
  private static final int COUNTER_AT = 4;
  private static final byte[] NONE = {};

  private final int number;
  private final SecretKeySpec key;
  private final byte[] mask;
  private final byte[] nextSecret;

  private KeyPhase(int number, byte[] secret) {
    this.number = number;
    this.key = new SecretKeySpec(Hkdf.expand(secret, "saccade key", NONE, Hkdf.HASH_BYTES), "AES");
    this.mask = Hkdf.expand(secret, "saccade nonce", NONE, NONCE_BYTES);
    this.nextSecret = Hkdf.expand(secret, "saccade next", NONE, Hkdf.HASH_BYTES);
  }

  static KeyPhase first(byte[] secret) {
    return new KeyPhase(0, secret);
  }

  KeyPhase next() {
    if (number == LAST) {
      throw new IllegalStateException(
          "key phase %d was the last; shake hands anew".formatted(number));
    }
    return new KeyPhase(number + 1, nextSecret);
  }

  int number() {
    return number;
  }

  SecretKeySpec key() {
    return key;
  }

  /** The nonce of {@code counter}: the mask, with the counter's bytes (low first) in its last 8. */
  GCMParameterSpec nonce(long counter) {
    byte[] nonce = mask.clone();
    for (int i = 0; i < Long.BYTES; i++) {
      nonce[COUNTER_AT + i] ^= (byte) (counter >>> (Byte.SIZE * i));
    }
    return new GCMParameterSpec(CipherState.TAG_BITS, nonce);
  }

  @Override
  public String toString() {
    return "key phase " + number;
  }
}
