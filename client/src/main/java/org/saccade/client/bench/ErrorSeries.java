package org.saccade.client.bench;

import java.util.Arrays;

/** Errors of one predictor for one person at one horizon. One thread writes, then others read. */
final class ErrorSeries {
  private float[] errors = new float[256];
  private int size;
  private int inside68;
  private int inside90;

  /** Adds an error and the radii within which it was expected. */
  void add(double error, double radius68, double radius90) {
    if (size == errors.length) {
      errors = Arrays.copyOf(errors, 2 * size);
    }
    errors[size++] = (float) error;
    inside68 += error <= radius68 ? 1 : 0;
    inside90 += error <= radius90 ? 1 : 0;
  }

  int size() {
    return size;
  }

  double mean() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += errors[i];
    }
    return sum / size;
  }

  /** The share of errors below a limit. */
  double below(double limit) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += errors[i] < limit ? 1 : 0;
    }
    return (double) count / size;
  }

  double coverage68() {
    return (double) inside68 / size;
  }

  double coverage90() {
    return (double) inside90 / size;
  }

  /** Appends all errors to {@code all} from {@code at} on; returns where they end. */
  int copyTo(float[] all, int at) {
    System.arraycopy(errors, 0, all, at, size);
    return at + size;
  }
}
