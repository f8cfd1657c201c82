package org.saccade.assets.png;

import java.io.ByteArrayOutputStream;

/** Collects bits, least significant first, as deflate wants them. One thread. */
final class BitSink {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private long pending;
  private int pendingBits;

  void bits(int value, int count) {
    pending |= (long) value << pendingBits;
    pendingBits += count;
    while (pendingBits >= 8) {
      bytes.write((int) pending);
      pending >>>= 8;
      pendingBits -= 8;
    }
  }

  /** Fills the last byte with zeros. */
  void align() {
    if (pendingBits > 0) {
      bits(0, 8 - pendingBits);
    }
  }

  byte[] finish() {
    align();
    return bytes.toByteArray();
  }
}
