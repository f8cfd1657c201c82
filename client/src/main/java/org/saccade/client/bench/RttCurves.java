package org.saccade.client.bench;

import java.util.Formatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Curves of every method's errors over round-trip time, as an SVG picture. Errors are drawn by
 * their logarithm: those of good methods lie close together and far from the others'. Pure.
 */
final class RttCurves {
  private static final int LEFT = 60;
  private static final int TOP = 40;
  private static final int WIDTH = 380;
  private static final int HEIGHT = 280;
  private static final int APART = 470;
  private static final int LINES = 4;
  private static final double LEAST = 1e-4;

  private final Formatter svg = new Formatter(Locale.ROOT);
  private final SortedMap<Integer, Map<RttMethod, MethodTally>> byMillis;
  private final int longest;

  private RttCurves(Map<Integer, Map<RttMethod, MethodTally>> byMillis) {
    this.byMillis = new TreeMap<>(byMillis);
    longest = Math.max(1, byMillis.keySet().stream().mapToInt(each -> each).max().orElse(1));
  }

  /** Of SSIM beside FLIP, with the methods' names. */
  static String svg(String scene, Map<Integer, Map<RttMethod, MethodTally>> byMillis) {
    var curves = new RttCurves(byMillis);
    curves.svg.format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1120\" height=\"380\""
            + " font-family=\"sans-serif\" font-size=\"12\">%n");
    curves.svg.format("<rect width=\"1120\" height=\"380\" fill=\"white\"/>%n");
    curves.panel(LEFT, scene + ": 1 - SSIM over round trip, ms", tally -> 1 - tally.ssim());
    curves.panel(LEFT + APART, scene + ": FLIP over round trip, ms", MethodTally::flip);
    curves.legend();
    curves.svg.format("</svg>%n");
    return curves.svg.toString();
  }

  private void panel(int left, String title, ToDoubleFunction<MethodTally> error) {
    ToDoubleFunction<MethodTally> figure =
        tally -> Math.log(Math.max(LEAST, error.applyAsDouble(tally)));
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (var methods : byMillis.values()) {
      for (var tally : methods.values()) {
        least = Math.min(least, figure.applyAsDouble(tally));
        most = Math.max(most, figure.applyAsDouble(tally));
      }
    }
    double range = Math.max(1e-6, most - least);
    svg.format("<text x=\"%d\" y=\"%d\" font-size=\"14\">%s</text>%n", left, TOP - 15, title);
    for (int i = 0; i <= LINES; i++) {
      int y = TOP + HEIGHT * i / LINES;
      svg.format("<path d=\"M%d %dh%d\" stroke=\"#dddddd\"/>%n", left, y, WIDTH);
      double value = Math.exp(most - range * i / LINES);
      svg.format(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.3f</text>%n", left - 6, y + 4, value);
    }
    for (int each : byMillis.keySet()) {
      svg.format(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>%n",
          x(left, each), TOP + HEIGHT + 18, each);
    }
    for (var method : RttMethod.values()) {
      curve(left, method, figure, most, range);
    }
  }

  private void curve(
      int left, RttMethod method, ToDoubleFunction<MethodTally> figure, double most, double range) {
    var points = new StringBuilder();
    byMillis.forEach(
        (each, methods) -> {
          double value = figure.applyAsDouble(Objects.requireNonNull(methods.get(method)));
          double y = TOP + HEIGHT * (most - value) / range;
          points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(left, each), y));
        });
    svg.format(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
        points.toString().trim(), method.colour());
  }

  private double x(int left, int millis) {
    return left + (double) WIDTH * millis / longest;
  }

  private void legend() {
    int x = LEFT + 2 * APART - 60;
    int y = TOP;
    for (var method : RttMethod.values()) {
      y += 20;
      svg.format(
          "<path d=\"M%d %dh20\" stroke=\"%s\" stroke-width=\"3\"/>%n", x, y, method.colour());
      svg.format("<text x=\"%d\" y=\"%d\">%s</text>%n", x + 26, y + 4, method.words());
    }
  }
}
