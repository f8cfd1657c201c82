package org.saccade.offload.predict.train;

import java.util.Arrays;

/** Rows of as many floats each, in one growing array. One thread. */
final class Rows {
  private final int width;
  private float[] values = new float[1 << 12];
  private int count;

  Rows(int width) {
    this.width = width;
  }

  /** Adds a row and returns where it begins in {@link #values}. */
  int add() {
    int at = count * width;
    if (at + width > values.length) {
      values = Arrays.copyOf(values, Math.max(at + width, values.length * 2));
    }
    count++;
    return at;
  }

  void add(float[] row) {
    int at = add();
    System.arraycopy(row, 0, values, at, width);
  }

  int count() {
    return count;
  }

  int width() {
    return width;
  }

  float[] values() {
    return values;
  }
}
