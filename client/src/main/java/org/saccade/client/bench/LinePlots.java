package org.saccade.client.bench;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** Plots of curves beside each other, with one legend, as an SVG picture. Pure. */
final class LinePlots {
  private static final int LEFT = 60;
  private static final int TOP = 40;
  private static final int WIDTH = 380;
  private static final int HEIGHT = 280;
  private static final int APART = 470;
  private static final int LEGEND = 120;
  private static final int LINES = 4;
  private static final double LEAST = 1e-4;

  private final Formatter svg = new Formatter(Locale.ROOT);

  private LinePlots() {}

  /** How values become heights. */
  enum Scale {
    /** From 0, or the least below it. */
    LINEAR,
    /** For values that lie close together and far from others. */
    LOGARITHMIC;

    private double height(double value) {
      return this == LINEAR ? value : Math.log(Math.max(LEAST, value));
    }

    private String label(double height) {
      return this == LINEAR
          ? String.format(Locale.ROOT, "%.4f", height)
          : String.format(Locale.ROOT, "%.3f", Math.exp(height));
    }
  }

  /** A curve: a value for each x of its plot. */
  record Curve(String words, String colour, List<Double> values) {}

  /**
   * A plot.
   *
   * @param labels places at which x is written
   * @param marks places of upright lines
   */
  record Plot(
      String title,
      Scale scale,
      List<Integer> xs,
      List<Integer> labels,
      List<Integer> marks,
      List<Curve> curves) {

    private double x(int left, int at) {
      return left + (double) WIDTH * at / Math.max(1, xs.stream().mapToInt(x -> x).max().orElse(1));
    }
  }

  /** The picture; the legend is that of the first plot. */
  static String svg(List<Plot> plots) {
    var all = new LinePlots();
    int width = LEFT + plots.size() * APART + LEGEND;
    all.svg.format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"380\""
            + " font-family=\"sans-serif\" font-size=\"12\">%n",
        width);
    all.svg.format("<rect width=\"%d\" height=\"380\" fill=\"white\"/>%n", width);
    for (int i = 0; i < plots.size(); i++) {
      all.plot(LEFT + i * APART, plots.get(i));
    }
    all.legend(plots.size() * APART, plots.getFirst());
    all.svg.format("</svg>%n");
    return all.svg.toString();
  }

  private void plot(int left, Plot plot) {
    double least = plot.scale == Scale.LINEAR ? 0 : Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (var curve : plot.curves) {
      for (double value : curve.values) {
        least = Math.min(least, plot.scale.height(value));
        most = Math.max(most, plot.scale.height(value));
      }
    }
    double range = Math.max(1e-6, most - least);
    svg.format("<text x=\"%d\" y=\"%d\" font-size=\"14\">%s</text>%n", left, TOP - 15, plot.title);
    for (int i = 0; i <= LINES; i++) {
      int y = TOP + HEIGHT * i / LINES;
      svg.format("<path d=\"M%d %dh%d\" stroke=\"#dddddd\"/>%n", left, y, WIDTH);
      svg.format(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
          left - 6, y + 4, plot.scale.label(most - range * i / LINES));
    }
    for (int at : plot.marks) {
      svg.format(
          "<path d=\"M%.1f %dv%d\" stroke=\"#999999\" stroke-dasharray=\"4 4\"/>%n",
          plot.x(left, at), TOP, HEIGHT);
    }
    for (int at : plot.labels) {
      svg.format(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>%n",
          plot.x(left, at), TOP + HEIGHT + 18, at);
    }
    for (var curve : plot.curves) {
      curve(left, plot, curve, most, range);
    }
  }

  private void curve(int left, Plot plot, Curve curve, double most, double range) {
    var points = new StringBuilder();
    for (int i = 0; i < curve.values.size(); i++) {
      double y = TOP + HEIGHT * (most - plot.scale.height(curve.values.get(i))) / range;
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", plot.x(left, plot.xs.get(i)), y));
    }
    svg.format(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
        points.toString().trim(), curve.colour);
  }

  private void legend(int x, Plot plot) {
    int y = TOP;
    for (var curve : plot.curves) {
      y += 20;
      svg.format("<path d=\"M%d %dh20\" stroke=\"%s\" stroke-width=\"3\"/>%n", x, y, curve.colour);
      svg.format("<text x=\"%d\" y=\"%d\">%s</text>%n", x + 26, y + 4, curve.words);
    }
  }
}
