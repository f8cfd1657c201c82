package org.saccade.client.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saccade.client.bench.foveation.Curve;
import org.saccade.client.report.Figures;
import org.saccade.client.report.Target;

/** Compares the curves of {@code bench foveation} at equal error, and keeps the limits. */
final class FoveationTargets {
  private static final List<String> MAPS = List.of("wivrn", "alvr", "alvr_gaze", "quad_views");
  private static final String OURS = "ours";

  private final List<Target> targets = new ArrayList<>();

  /** The limits and whether they hold. */
  List<Target> list() {
    return targets;
  }

  /** Compares ours with the others at each of its qualities. */
  Figures judge(String scene, Map<String, Curve> curves) {
    var figures = new Figures();
    double uniform = Double.NaN;
    double maps = Double.NaN;
    double middle = Double.NaN;
    double outer = Double.NaN;
    for (var name : curves.keySet()) {
      if (name.startsWith(OURS)) {
        var points = new ArrayList<Object>();
        for (var point : curveOf(curves, name).points()) {
          var equal = equal(point, curves);
          points.add(equal.values());
          if (name.equals(OURS)) {
            uniform = worse(uniform, value(equal, "bytes_by_uniform"));
            maps = worse(maps, value(equal, "bytes_by_best_map"));
            middle = worse(middle, value(equal, "flip_5_20_above_best_map"));
            outer = worse(outer, value(equal, "flip_beyond_20_above_best_map"));
          }
        }
        figures.with(name, points);
      }
    }
    targets.add(Target.atMost(scene + ".bytes / uniform's, worst quality", uniform, 0.25));
    targets.add(Target.atMost(scene + ".bytes / best map's, worst quality", maps, 1));
    targets.add(Target.atMost(scene + ".FLIP 5-20 degrees above best map's", middle, 0.01));
    targets.add(Target.atMost(scene + ".FLIP beyond 20 degrees above best map's", outer, 0.01));
    return figures;
  }

  private static Figures equal(Curve.Point ours, Map<String, Curve> curves) {
    Curve.Point best = null;
    var bestName = "none reaches it";
    for (var name : MAPS) {
      var point = curveOf(curves, name).at(ours.error());
      if (Double.isFinite(point.bytes()) && (best == null || point.bytes() < best.bytes())) {
        best = point;
        bestName = name;
      }
    }
    var uniform = curveOf(curves, "uniform").at(ours.error());
    var figures =
        new Figures()
            .with("quality", (long) ours.quality())
            .with("error", ours.error())
            .with("bytes", ours.bytes())
            .with("bytes_by_uniform", ours.bytes() / uniform.bytes())
            .with("best_map", bestName);
    return best == null
        ? figures
        : figures
            .with("bytes_by_best_map", ours.bytes() / best.bytes())
            .with("flip_5_20_above_best_map", ours.middle() - best.middle())
            .with("flip_beyond_20_above_best_map", ours.outer() - best.outer());
  }

  private static Curve curveOf(Map<String, Curve> curves, String name) {
    return java.util.Objects.requireNonNull(curves.get(name), name);
  }

  private static double value(Figures figures, String name) {
    return figures.values().get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** The larger; one that is not a number says nothing. */
  private static double worse(double a, double b) {
    return Double.isNaN(a) || b > a ? b : a;
  }

  /** A curve as figures. */
  static Iterable<?> figures(Curve curve) {
    return curve.points().stream().map(point -> figures(point).values()).toList();
  }

  /** A point as figures. */
  static Figures figures(Curve.Point point) {
    return new Figures()
        .with("quality", (long) point.quality())
        .with("bytes", point.bytes())
        .with("flip_weighted", point.error())
        .with("flip_to_5", point.fovea())
        .with("flip_5_20", point.middle())
        .with("flip_beyond_20", point.outer());
  }
}
