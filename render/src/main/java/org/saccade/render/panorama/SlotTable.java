package org.saccade.render.panorama;

import java.util.Arrays;
import org.saccade.render.tile.TileAddress;

/**
 * Which slot holds a tile: open addressing over packed addresses, a fixed number of slots. Frame
 * thread; allocates nothing after construction.
 */
final class SlotTable {
  private static final int FREE = -1;

  private final long[] addresses;
  private final int[] slots;
  private final int mask;

  SlotTable(int slotCount) {
    int capacity = Integer.highestOneBit(Math.max(8, 2 * slotCount - 1)) << 1;
    addresses = new long[capacity];
    slots = new int[capacity];
    mask = capacity - 1;
    Arrays.fill(slots, FREE);
  }

  /** The slot of a tile, or -1. */
  int find(long address) {
    int at = home(address);
    while (slots[at] != FREE && addresses[at] != address) {
      at = (at + 1) & mask;
    }
    return slots[at];
  }

  /** Remembers a tile that is not in the table. */
  void put(long address, int slot) {
    int at = home(address);
    while (slots[at] != FREE) {
      at = (at + 1) & mask;
    }
    addresses[at] = address;
    slots[at] = slot;
  }

  /** Forgets a tile; later entries of its run move up, so that searches never need tombstones. */
  void remove(long address) {
    int hole = home(address);
    while (slots[hole] == FREE || addresses[hole] != address) {
      if (slots[hole] == FREE) {
        return;
      }
      hole = (hole + 1) & mask;
    }
    slots[hole] = FREE;
    for (int at = (hole + 1) & mask; slots[at] != FREE; at = (at + 1) & mask) {
      int distanceToHome = (at - home(addresses[at])) & mask;
      int distanceToHole = (at - hole) & mask;
      if (distanceToHome >= distanceToHole) {
        addresses[hole] = addresses[at];
        slots[hole] = slots[at];
        slots[at] = FREE;
        hole = at;
      }
    }
  }

  private int home(long address) {
    return TileAddress.hash(address) & mask;
  }
}
