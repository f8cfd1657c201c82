package org.saccade.offload.fov;

/** A cell's three coordinates in one {@code long}, 21 bits each; pure. */
final class CellBits {
  /** No cell. */
  static final long NONE = Long.MIN_VALUE;

  private static final int BITS = 21;
  private static final long MASK = (1L << BITS) - 1;

  private CellBits() {}

  static long of(int x, int y, int z) {
    return (x & MASK) << (2 * BITS) | (y & MASK) << BITS | (z & MASK);
  }

  static int x(long cell) {
    return signed(cell >>> (2 * BITS));
  }

  static int y(long cell) {
    return signed(cell >>> BITS);
  }

  static int z(long cell) {
    return signed(cell);
  }

  private static int signed(long bits) {
    return (int) bits << (32 - BITS) >> (32 - BITS);
  }
}
