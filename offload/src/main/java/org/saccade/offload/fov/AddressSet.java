package org.saccade.offload.fov;

import java.util.Arrays;
import org.saccade.render.tile.TileAddress;

/** A set of packed addresses: open addressing, emptied in one sweep. One thread. */
final class AddressSet {
  /** No tile has this address: its face and level bits name nothing. */
  private static final long FREE = -1;

  private long[] slots = new long[2048];
  private int size;

  AddressSet() {
    Arrays.fill(slots, FREE);
  }

  void clear() {
    if (size > 0) {
      Arrays.fill(slots, FREE);
      size = 0;
    }
  }

  /** Whether the address was not there yet. */
  boolean add(long address) {
    if (2 * size >= slots.length) {
      grow();
    }
    int at = slotOf(address, slots);
    if (slots[at] == address) {
      return false;
    }
    slots[at] = address;
    size++;
    return true;
  }

  private void grow() {
    long[] larger = new long[2 * slots.length];
    Arrays.fill(larger, FREE);
    for (long address : slots) {
      if (address != FREE) {
        larger[slotOf(address, larger)] = address;
      }
    }
    slots = larger;
  }

  private static int slotOf(long address, long[] in) {
    int at = TileAddress.hash(address) & (in.length - 1);
    while (in[at] != FREE && in[at] != address) {
      at = (at + 1) & (in.length - 1);
    }
    return at;
  }
}
