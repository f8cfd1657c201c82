package org.saccade.xr;

/**
 * A stick's place as a wish. Whatever lies within a circle around the middle is rest; the way
 * beyond counts from the circle on, squared: fine near the middle, and no jump at its edge. Pure.
 */
final class StickCurve {
  private static final double DEAD_ZONE = 0.2;

  private StickCurve() {}

  /** What to multiply both coordinates with. */
  static double gain(double x, double y) {
    double length = Math.hypot(x, y);
    if (!(length > DEAD_ZONE)) {
      return 0;
    }
    double beyond = Math.min(1, (length - DEAD_ZONE) / (1 - DEAD_ZONE));
    return beyond * beyond / length;
  }
}
