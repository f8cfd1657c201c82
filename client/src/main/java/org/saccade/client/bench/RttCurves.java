package org.saccade.client.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.saccade.client.bench.LinePlots.Curve;
import org.saccade.client.bench.LinePlots.Plot;

/**
 * Curves of every method's errors over round-trip time, as an SVG picture. Errors are drawn by
 * their logarithm: those of good methods lie close together and far from the others'. Pure.
 */
final class RttCurves {
  private RttCurves() {}

  /** Of SSIM beside FLIP, with the methods' names. */
  static String svg(String scene, Map<Integer, Map<RttMethod, MethodTally>> byMillis) {
    return LinePlots.svg(
        List.of(
            plot(scene + ": 1 - SSIM over round trip, ms", byMillis, tally -> 1 - tally.ssim()),
            plot(scene + ": FLIP over round trip, ms", byMillis, MethodTally::flip)));
  }

  private static Plot plot(
      String title,
      Map<Integer, Map<RttMethod, MethodTally>> byMillis,
      ToDoubleFunction<MethodTally> error) {
    var sorted = new TreeMap<>(byMillis);
    var curves = new ArrayList<Curve>();
    for (var method : RttMethod.values()) {
      var values =
          sorted.values().stream()
              .map(methods -> error.applyAsDouble(Objects.requireNonNull(methods.get(method))))
              .toList();
      curves.add(new Curve(method.words(), method.colour(), values));
    }
    var millis = List.copyOf(sorted.keySet());
    return new Plot(title, LinePlots.Scale.LOGARITHMIC, millis, millis, List.of(), curves);
  }
}
