package org.saccade.offload.runtime;

import java.util.Arrays;
import org.saccade.render.tile.TileAddress;

/**
 * Remembers addresses that the encoded cache does not have, so that a missing tile costs one look
 * there and not one a frame. Only the frame thread fills that cache, so what is remembered stays
 * true until the tile comes. Collisions only cost another look.
 */
final class KnownAbsent {
  private static final long NOTHING = -1;
  private final long[] slots = new long[4096];

  KnownAbsent() {
    clear();
  }

  boolean has(long address) {
    return slots[slot(address)] == address;
  }

  void add(long address) {
    slots[slot(address)] = address;
  }

  void remove(long address) {
    int slot = slot(address);
    if (slots[slot] == address) {
      slots[slot] = NOTHING;
    }
  }

  void clear() {
    Arrays.fill(slots, NOTHING);
  }

  private int slot(long address) {
    return TileAddress.hash(address) & (slots.length - 1);
  }
}
