package org.saccade.client.bench.wire;

import java.util.Arrays;

/** Collects figures and ranks them. One thread. */
final class Quantiles {
  private double[] values = new double[1_024];
  private int count;

  void add(double value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  int count() {
    return count;
  }

  /** The value that a share of all does not exceed. */
  double at(double share) {
    var sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1, Math.floor(share * count))];
  }
}
