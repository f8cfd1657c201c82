package org.saccade.offload.fec;

/** Arithmetic of the field of 256 elements, by x^8 + x^4 + x^3 + x^2 + 1. */
final class Field {
  private static final int POLYNOMIAL = 0x1D;
  private static final int ORDER = 255;
  private static final int[] LOG = new int[256];
  private static final int[] EXP = new int[2 * ORDER];
  private static final long HIGH = 0x8080_8080_8080_8080L;

  static {
    int power = 1;
    for (int i = 0; i < ORDER; i++) {
      EXP[i] = power;
      EXP[i + ORDER] = power;
      LOG[power] = i;
      power = (power << 1 & 0xFF) ^ ((power & 0x80) == 0 ? 0 : POLYNOMIAL);
    }
  }

  private Field() {}

  static int times(int a, int b) {
    return a == 0 || b == 0 ? 0 : EXP[LOG[a] + LOG[b]];
  }

  /** The inverse of what is not 0. */
  static int inverse(int a) {
    return EXP[ORDER - LOG[a]];
  }

  /** Doubles each byte of the words. */
  static void twice(long[] words) {
    for (int i = 0; i < words.length; i++) {
      long carry = (words[i] & HIGH) >>> 7;
      words[i] = (words[i] & ~HIGH) << 1 ^ carry * POLYNOMIAL;
    }
  }

  static void add(long[] to, long[] words) {
    for (int i = 0; i < to.length; i++) {
      to[i] ^= words[i];
    }
  }
}
