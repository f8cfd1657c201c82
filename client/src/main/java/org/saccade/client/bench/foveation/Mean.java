package org.saccade.client.bench.foveation;

/** A mean over points, each figure over those that have it. One thread at a time. */
public final class Mean {
  private final double[] sums = new double[5];
  private final int[] counts = new int[5];

  /** Counts a point. */
  public synchronized void add(Curve.Point point) {
    double[] figures = {point.bytes(), point.error(), point.fovea(), point.middle(), point.outer()};
    for (int i = 0; i < figures.length; i++) {
      if (Double.isFinite(figures[i])) {
        sums[i] += figures[i];
        counts[i]++;
      }
    }
  }

  /** The mean of what was counted. */
  public synchronized Curve.Point of(int quality) {
    return new Curve.Point(quality, mean(0), mean(1), mean(2), mean(3), mean(4));
  }

  private double mean(int figure) {
    return sums[figure] / counts[figure];
  }
}
