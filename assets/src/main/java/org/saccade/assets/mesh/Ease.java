package org.saccade.assets.mesh;

/** Small functions of one number that shapes and patterns are made of. */
public final class Ease {
  private Ease() {}

  /** Rises smoothly from 0 at {@code low} to 1 at {@code high}; falls when low > high. */
  public static double step(double low, double high, double value) {
    double t = Math.clamp((value - low) / (high - low), 0.0, 1.0);
    return t * t * (3 - 2 * t);
  }

  /** Returns the straight mix of two numbers. */
  public static double mix(double a, double b, double share) {
    return a + (b - a) * share;
  }

  /** Returns the fraction of {@code value} above the next lower whole number. */
  public static double fraction(double value) {
    return value - Math.floor(value);
  }

  /** Goes 0, 1, 0 in each period of 1, in straight lines. */
  public static double zigzag(double value) {
    return 1 - Math.abs(fraction(value) * 2 - 1);
  }

  /** A smooth minimum of two distances, rounding within {@code radius}. */
  public static double smoothMin(double a, double b, double radius) {
    double h = Math.max(radius - Math.abs(a - b), 0) / radius;
    return Math.min(a, b) - h * h * h * radius / 6;
  }

  /** A smooth bump of height 1 at {@code centre}, gone beyond {@code width}. */
  public static double bump(double centre, double width, double value) {
    double t = (value - centre) / width;
    double u = 1 - t * t;
    return u <= 0 ? 0 : u * u;
  }
}
