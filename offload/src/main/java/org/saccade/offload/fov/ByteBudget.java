package org.saccade.offload.fov;

/**
 * How much of a list of tiles, best first, a number of bytes pays for. Always a beginning of the
 * list: a larger budget gets all that a smaller one does, and more, so that it never makes a
 * picture worse; and a tile that does not fit holds up those behind it, because they count less.
 * Pure; any thread.
 */
public final class ByteBudget {
  private ByteBudget() {}

  /** The most bytes a tile may take. */
  @FunctionalInterface
  public interface TileBytes {
    /** At least 0; what is said to be less counts as 0. */
    long of(long address);
  }

  /**
   * How many tiles of the list fit.
   *
   * @param budgetBytes any number; below 0 nothing fits but tiles without bytes
   */
  public static int affordable(AddressList tiles, long budgetBytes, TileBytes bytes) {
    long left = Math.max(0, budgetBytes);
    int count = 0;
    while (count < tiles.size()) {
      left -= Math.max(0, bytes.of(tiles.get(count))); // both at least 0: no overflow
      if (left < 0) {
        return count;
      }
      count++;
    }
    return count;
  }
}
