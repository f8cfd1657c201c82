package org.saccade.render.panorama;

import java.util.Arrays;

/**
 * Hands out ranges of a fixed number of units, first fit, and joins what is given back. Frame
 * thread; allocates only when the list of free ranges grows.
 */
final class RangeAllocator {
  private int[] starts = new int[64];
  private int[] lengths = new int[64];
  private int ranges = 1;

  RangeAllocator(int units) {
    lengths[0] = units;
  }

  /** The first unit of {@code length} free ones in a row, or -1. */
  int take(int length) {
    for (int i = 0; i < ranges; i++) {
      if (lengths[i] >= length) {
        int start = starts[i];
        starts[i] += length;
        lengths[i] -= length;
        if (lengths[i] == 0) {
          remove(i);
        }
        return start;
      }
    }
    return -1;
  }

  /** Returns a range that was taken, whole. */
  void give(int start, int length) {
    int at = 0;
    while (at < ranges && starts[at] < start) {
      at++;
    }
    boolean joinsBefore = at > 0 && starts[at - 1] + lengths[at - 1] == start;
    boolean joinsAfter = at < ranges && start + length == starts[at];
    if (joinsBefore && joinsAfter) {
      lengths[at - 1] += length + lengths[at];
      remove(at);
    } else if (joinsBefore) {
      lengths[at - 1] += length;
    } else if (joinsAfter) {
      starts[at] = start;
      lengths[at] += length;
    } else {
      insert(at, start, length);
    }
  }

  boolean hasRoomFor(int length) {
    for (int i = 0; i < ranges; i++) {
      if (lengths[i] >= length) {
        return true;
      }
    }
    return false;
  }

  /** Units that are free, in however many pieces. */
  int freeUnits() {
    int free = 0;
    for (int i = 0; i < ranges; i++) {
      free += lengths[i];
    }
    return free;
  }

  private void insert(int at, int start, int length) {
    if (ranges == starts.length) {
      starts = Arrays.copyOf(starts, 2 * ranges);
      lengths = Arrays.copyOf(lengths, 2 * ranges);
    }
    System.arraycopy(starts, at, starts, at + 1, ranges - at);
    System.arraycopy(lengths, at, lengths, at + 1, ranges - at);
    starts[at] = start;
    lengths[at] = length;
    ranges++;
  }

  private void remove(int at) {
    ranges--;
    System.arraycopy(starts, at + 1, starts, at, ranges - at);
    System.arraycopy(lengths, at + 1, lengths, at, ranges - at);
  }
}
