package org.saccade.client.run;

/** The scales per axis pictures are really drawn at: eighths. Pure. */
final class DrawnScale {
  /** The step that is full size. */
  static final int STEPS = 8;

  private DrawnScale() {}

  /** The largest step not above a scale, at least 1. */
  static int step(double scale) {
    return Math.clamp((int) Math.floor(scale * STEPS + 1e-6), 1, STEPS);
  }

  /** The scale that a picture asked for at {@code scale} is drawn at. */
  static double of(double scale) {
    return (double) step(scale) / STEPS;
  }

  /** Pixels of a side at a step. */
  static int pixels(int full, int step) {
    return Math.max(1, full * step / STEPS);
  }
}
