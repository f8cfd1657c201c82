package org.saccade.offload.secure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Noise's SymmetricState: the running hash of all that was said (the transcript) and the chaining
 * key, into which every shared secret is mixed. One thread.
 */
final class SymmetricState {
  /** The name of the published pattern and its primitives; 28 bytes, padded with zeros to 32. */
  static final String PROTOCOL = "Noise_XX_25519_AESGCM_SHA256";

  private byte[] chainingKey;
  private byte[] hash;
  private @Nullable CipherState cipher;

  SymmetricState(byte[] prologue) {
    hash = Arrays.copyOf(PROTOCOL.getBytes(StandardCharsets.US_ASCII), Hkdf.HASH_BYTES);
    chainingKey = hash;
    mixHash(prologue);
  }

  void mixHash(byte[] data) {
    hash = Hkdf.sha256(hash, data);
  }

  void mixKey(byte[] input) {
    byte[][] keys = Hkdf.two(chainingKey, input);
    chainingKey = keys[0];
    cipher = new CipherState(keys[1]);
  }

  /** Before there is a key the text stays in the clear, but is bound all the same. */
  byte[] encryptAndHash(byte[] plain) {
    byte[] sealed = cipher == null ? plain : cipher.encrypt(hash, plain);
    mixHash(sealed);
    return sealed;
  }

  byte[] decryptAndHash(byte[] sealed) throws HandshakeException {
    byte[] plain = cipher == null ? sealed : cipher.decrypt(hash, sealed);
    mixHash(sealed);
    return plain;
  }

  /** What a sealed text of {@code plainBytes} takes now. */
  int sealedBytes(int plainBytes) {
    return cipher == null ? plainBytes : plainBytes + CipherState.TAG_BYTES;
  }

  byte[] transcript() {
    return hash.clone();
  }

  /** The two keys: what the beginner sends with, what the answerer sends with. */
  byte[][] split() {
    return Hkdf.two(chainingKey, new byte[0]);
  }
}
