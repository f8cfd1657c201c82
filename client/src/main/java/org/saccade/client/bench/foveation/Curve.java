package org.saccade.client.bench.foveation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Bytes and errors of one method over qualities: means over all views. Immutable. */
public final class Curve {
  /** Bands of eccentricity: up to 5 degrees, to 20, beyond. */
  public static final int BANDS = 3;

  private final List<Point> points;

  /**
   * A quality's means.
   *
   * @param error acuity-weighted FLIP of the whole view
   * @param fovea FLIP up to 5 degrees from the gaze
   * @param middle FLIP from 5 to 20 degrees
   * @param outer FLIP beyond
   */
  public record Point(
      int quality, double bytes, double error, double fovea, double middle, double outer) {}

  /** A curve through these points. */
  public Curve(List<Point> points) {
    this.points = new ArrayList<>(points);
    this.points.sort(Comparator.comparingDouble(Point::bytes));
  }

  /** In order of bytes. */
  public List<Point> points() {
    return List.copyOf(points);
  }

  /**
   * The point at an error, between the two that enclose it: linear, bytes by their logarithm. Not
   * numbers where the curve does not reach it.
   */
  public Point at(double error) {
    for (int i = 1; i < points.size(); i++) {
      var coarse = points.get(i - 1);
      var fine = points.get(i);
      if (error <= coarse.error() && error >= fine.error() && coarse.error() > fine.error()) {
        double share = (coarse.error() - error) / (coarse.error() - fine.error());
        return between(coarse, fine, share);
      }
    }
    return new Point(0, Double.NaN, error, Double.NaN, Double.NaN, Double.NaN);
  }

  private static Point between(Point a, Point b, double share) {
    double bytes = Math.exp(mixed(Math.log(a.bytes()), Math.log(b.bytes()), share));
    return new Point(
        0,
        bytes,
        mixed(a.error(), b.error(), share),
        mixed(a.fovea(), b.fovea(), share),
        mixed(a.middle(), b.middle(), share),
        mixed(a.outer(), b.outer(), share));
  }

  private static double mixed(double a, double b, double share) {
    return a + (b - a) * share;
  }
}
