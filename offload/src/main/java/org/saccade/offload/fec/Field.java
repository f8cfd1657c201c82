package org.saccade.offload.fec;

/** Arithmetic of the field of 65,536 elements, by x^16 + x^12 + x^3 + x + 1. */
final class Field {
  private static final int POLYNOMIAL = 0x100B;
  private static final int ORDER = 65_535;
  private static final char[] LOG = new char[ORDER + 1];
  private static final char[] EXP = new char[2 * ORDER + 1];
  private static final long HIGH = 0x8000_8000_8000_8000L;

  static {
    int power = 1;
    for (int i = 0; i < ORDER; i++) {
      EXP[i] = (char) power;
      EXP[i + ORDER] = (char) power;
      LOG[power] = (char) i;
      power = (power << 1 & ORDER) ^ ((power & 0x8000) == 0 ? 0 : POLYNOMIAL);
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

  /** Doubles each 16 bits of the words. */
  static void twice(long[] words) {
    for (int i = 0; i < words.length; i++) {
      long carry = (words[i] & HIGH) >>> 15;
      words[i] = (words[i] & ~HIGH) << 1 ^ carry * POLYNOMIAL;
    }
  }

  static void add(long[] to, long[] words) {
    for (int i = 0; i < to.length; i++) {
      to[i] ^= words[i];
    }
  }
}
