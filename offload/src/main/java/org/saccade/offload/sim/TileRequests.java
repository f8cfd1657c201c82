package org.saccade.offload.sim;

import java.util.Arrays;

/** Requests for tiles in order of time, each by one visitor. Grows, then is only read. */
public final class TileRequests {
  private long[] addresses = new long[1024];
  private long[] nanos = new long[1024];
  private int[] visitors = new int[1024];
  private int size;

  /** Appends one; times do not fall. */
  public void add(long atNanos, int visitor, long address) {
    if (size == addresses.length) {
      addresses = Arrays.copyOf(addresses, 2 * size);
      nanos = Arrays.copyOf(nanos, 2 * size);
      visitors = Arrays.copyOf(visitors, 2 * size);
    }
    addresses[size] = address;
    nanos[size] = atNanos;
    visitors[size++] = visitor;
  }

  public int size() {
    return size;
  }

  public long address(int index) {
    return addresses[index];
  }

  public long nanos(int index) {
    return nanos[index];
  }

  public int visitor(int index) {
    return visitors[index];
  }

  /** How many different tiles were asked for: the catalogue. */
  public int distinct() {
    return (int) Arrays.stream(addresses, 0, size).distinct().count();
  }
}
