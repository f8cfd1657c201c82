package org.saccade.offload.secure;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Noise's CipherState for AESGCM: a key and a counter that only rises. One thread. */
final class CipherState {
  static final int TAG_BYTES = 16;
  static final int TAG_BITS = 128;

  private static final int NONCE_BYTES = 12;

  private final SecretKeySpec key;
  private long counter;

  CipherState(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  byte[] encrypt(byte[] associated, byte[] plain) {
    try {
      return run(Cipher.ENCRYPT_MODE, associated, plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-256-GCM", e);
    }
  }

  byte[] decrypt(byte[] associated, byte[] sealed) throws HandshakeException {
    try {
      return run(Cipher.DECRYPT_MODE, associated, sealed);
    } catch (AEADBadTagException e) {
      throw new HandshakeException(
          "a handshake message is not what the peer sent, or was made for another version", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-256-GCM", e);
    }
  }

  private byte[] run(int mode, byte[] associated, byte[] input) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(0).putLong(counter++).array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(associated);
    return cipher.doFinal(input);
  }
}
