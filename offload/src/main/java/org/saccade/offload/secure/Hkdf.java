package org.saccade.offload.secure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256, HMAC and HKDF (RFC 5869) as Noise uses them. Stateless. */
final class Hkdf {
  static final int HASH_BYTES = 32;

  private Hkdf() {}

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  static byte[] extract(byte[] salt, byte[] input) {
    return hmac(salt, input);
  }

  /** {@code length} bytes for {@code label} and {@code context}. */
  static byte[] expand(byte[] secret, String label, byte[] context, int length) {
    byte[] info = label.getBytes(StandardCharsets.US_ASCII);
    byte[] out = new byte[length];
    byte[] block = {};
    for (int done = 0, i = 1; done < length; i++) {
      block = hmac(secret, block, info, context, new byte[] {(byte) i});
      int take = Math.min(block.length, length - done);
      System.arraycopy(block, 0, out, done, take);
      done += take;
    }
    return out;
  }

  /** Noise's HKDF with two outputs. */
  static byte[][] two(byte[] chainingKey, byte[] input) {
    byte[] both = expand(extract(chainingKey, input), "", new byte[0], 2 * HASH_BYTES);
    return new byte[][] {
      Arrays.copyOf(both, HASH_BYTES), Arrays.copyOfRange(both, HASH_BYTES, 2 * HASH_BYTES)
    };
  }
}
