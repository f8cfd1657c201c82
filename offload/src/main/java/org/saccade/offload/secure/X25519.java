package org.saccade.offload.secure;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** X25519 (RFC 7748) on raw little-endian keys, by the JDK. Stateless. About 0.4 ms a call. */
final class X25519 {
  static final int KEY_BYTES = 32;

  private static final int BASE_POINT = 9;

  private X25519() {}

  static byte[] newPrivate(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  static byte[] publicOf(byte[] privateKey) {
    byte[] base = new byte[KEY_BYTES];
    base[0] = BASE_POINT;
    try {
      return agree(privateKey, base);
    } catch (HandshakeException e) {
      throw new IllegalStateException("the base point is not of small order", e);
    }
  }

  /**
   * The shared secret.
   *
   * @throws HandshakeException when the peer's point is of small order, so that the secret would be
   *     zero whatever our key
   */
  static byte[] agree(byte[] privateKey, byte[] publicKey) throws HandshakeException {
    byte[] secret;
    try {
      KeyFactory keys = KeyFactory.getInstance("X25519");
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(
          keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, privateKey)));
      agreement.doPhase(
          keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, number(publicKey))),
          true);
      secret = agreement.generateSecret();
    } catch (InvalidKeyException e) {
      throw new HandshakeException("the peer's key is a point of small order", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks X25519; use JDK 25 with SunEC", e);
    }
    int any = 0;
    for (byte one : secret) {
      any |= one;
    }
    if (any == 0) {
      throw new HandshakeException("the peer's key is a point of small order");
    }
    return secret;
  }

  private static BigInteger number(byte[] littleEndian) {
    byte[] bigEndian = new byte[KEY_BYTES];
    for (int i = 0; i < KEY_BYTES; i++) {
      bigEndian[i] = littleEndian[KEY_BYTES - 1 - i];
    }
    bigEndian[0] &= 0x7F; // RFC 7748: the top bit is ignored
    return new BigInteger(1, bigEndian);
  }
}
