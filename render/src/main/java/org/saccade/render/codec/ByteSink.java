package org.saccade.render.codec;

import java.util.Arrays;

/** A growing run of bytes; reused. */
final class ByteSink {
  private byte[] bytes = new byte[1024];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  byte[] array() {
    return bytes;
  }

  void put(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
  }

  /** Small numbers of either sign in few bytes: 7 bits a byte, lowest first. */
  void putSigned(int value) {
    int left = (value << 1) ^ (value >> 31);
    while ((left & ~127) != 0) {
      put(left | 128);
      left >>>= 7;
    }
    put(left);
  }

  void putAll(ByteSink from) {
    if (size + from.size > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + from.size));
    }
    System.arraycopy(from.bytes, 0, bytes, size, from.size);
    size += from.size;
  }
}
