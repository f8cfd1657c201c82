package org.saccade.offload.fov;

import java.util.Arrays;

/** A growing list of packed tile addresses; reused, so in steady state it allocates nothing. */
public final class AddressList {
  private long[] addresses = new long[256];
  private int size;

  /** Forgets all; keeps the memory. */
  public void clear() {
    size = 0;
  }

  /** Appends one. */
  public void add(long address) {
    if (size == addresses.length) {
      addresses = Arrays.copyOf(addresses, 2 * size);
    }
    addresses[size++] = address;
  }

  /** The address at this place. */
  public long get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("index %d of %d addresses".formatted(index, size));
    }
    return addresses[index];
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** Whether the list has this address; looks at all of them. */
  public boolean contains(long address) {
    for (int i = 0; i < size; i++) {
      if (addresses[i] == address) {
        return true;
      }
    }
    return false;
  }
}
