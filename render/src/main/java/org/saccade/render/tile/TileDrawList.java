package org.saccade.render.tile;

import java.util.Arrays;

/**
 * What the compositor draws this frame: tiles, each with the part of it to draw. A part is a block
 * of the same face named like a tile, at the tile's own level (the whole tile) or a finer one (an
 * ancestor stands in for a missing tile). Frame thread; reused, grows to the largest frame.
 */
public final class TileDrawList {
  private long[] addresses = new long[256];
  private int[] parts = new int[256];
  private int size;

  /** Forgets all entries; keeps the memory. */
  public void clear() {
    size = 0;
  }

  /** Adds the part (partLevel, partX, partY), in face coordinates of partLevel, of a tile. */
  public void add(long address, int partLevel, int partX, int partY) {
    int down = partLevel - TileAddress.level(address);
    if (down < 0
        || partX >> down != TileAddress.x(address)
        || partY >> down != TileAddress.y(address)) {
      throw new IllegalArgumentException(
          "add(%s, %d/%d,%d): the part does not lie inside the tile"
              .formatted(TileAddress.describe(address), partLevel, partX, partY));
    }
    if (size == addresses.length) {
      addresses = Arrays.copyOf(addresses, 2 * size);
      parts = Arrays.copyOf(parts, 2 * size);
    }
    addresses[size] = address;
    parts[size++] = (partLevel << 16) | (partX << 8) | partY;
  }

  /** Adds a whole tile. */
  public void add(long address) {
    add(address, TileAddress.level(address), TileAddress.x(address), TileAddress.y(address));
  }

  public int size() {
    return size;
  }

  public long address(int index) {
    return addresses[index];
  }

  public int partLevel(int index) {
    return parts[index] >>> 16;
  }

  public int partX(int index) {
    return (parts[index] >>> 8) & 255;
  }

  public int partY(int index) {
    return parts[index] & 255;
  }

  /** True when the entry draws all of its tile. */
  public boolean isWhole(int index) {
    return partLevel(index) == TileAddress.level(addresses[index]);
  }
}
