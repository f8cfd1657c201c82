package org.saccade.render.quality;

import java.util.function.DoubleUnaryOperator;

/**
 * A row of weights for filtering a picture along one axis; pixels beyond the border repeat the
 * border's. Immutable; any thread.
 */
final class Kernel {
  private final float[] weights;
  private final int radius;

  private Kernel(double[] from) {
    radius = from.length / 2;
    weights = new float[from.length];
    for (int i = 0; i < from.length; i++) {
      weights[i] = (float) from[i];
    }
  }

  /** Weights of a function of the distance in pixels, scaled to a sum of 1. */
  static Kernel normalised(int radius, DoubleUnaryOperator of) {
    double[] values = sampled(radius, of);
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum;
    }
    return new Kernel(values);
  }

  /** The same with the positive weights scaled to a sum of 1 and the negative ones to -1. */
  static Kernel balanced(int radius, DoubleUnaryOperator of) {
    double[] values = sampled(radius, of);
    double above = 0;
    double below = 0;
    for (double value : values) {
      above += Math.max(0, value);
      below -= Math.min(0, value);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= values[i] < 0 ? below : above;
    }
    return new Kernel(values);
  }

  private static double[] sampled(int radius, DoubleUnaryOperator of) {
    double[] values = new double[2 * radius + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = of.applyAsDouble(i - radius);
    }
    return values;
  }

  /** Filters along the rows. */
  float[] alongRows(float[] from, int width, int height) {
    float[] to = new float[from.length];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      for (int x = 0; x < width; x++) {
        float sum = 0;
        if (x >= radius && x < width - radius) {
          int first = row + x - radius;
          for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * from[first + k];
          }
        } else {
          for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * from[row + Math.clamp(x + k - radius, 0, width - 1)];
          }
        }
        to[row + x] = sum;
      }
    }
    return to;
  }

  /** Filters along the columns. */
  float[] alongColumns(float[] from, int width, int height) {
    float[] to = new float[from.length];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      for (int k = 0; k < weights.length; k++) {
        int other = Math.clamp(y + k - radius, 0, height - 1) * width;
        float weight = weights[k];
        for (int x = 0; x < width; x++) {
          to[row + x] += weight * from[other + x];
        }
      }
    }
    return to;
  }

  /** Filters along both. */
  float[] alongBoth(float[] from, int width, int height) {
    return alongColumns(alongRows(from, width, height), width, height);
  }
}
