package org.saccade.offload.protocol;

import java.nio.charset.StandardCharsets;

/** Texts cut to what the wire carries. */
final class Texts {
  private Texts() {}

  /** At most {@link Limits#TEXT_BYTES} of UTF-8, cut at a character's end, never malformed. */
  static String bounded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= Limits.TEXT_BYTES) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    int end = Limits.TEXT_BYTES;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
