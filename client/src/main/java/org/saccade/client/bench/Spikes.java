package org.saccade.client.bench;

import java.util.Collections;
import java.util.List;

/**
 * How far the worst of a clip's frames stands out from the others. Pure.
 *
 * @param at which of the values is the largest, the first of equal ones
 */
record Spikes(double median, double max, int at) {
  /**
   * A median below this says nothing of what stands out from it: a quarter of one of the 255 steps
   * of a screen, in the mean over all pixels. This stands in its place.
   */
  static final double FLOOR = 0.001;

  /** Of values in the frames' order; not numbers where there are none. */
  static Spikes of(List<Double> values) {
    if (values.isEmpty()) {
      return new Spikes(Double.NaN, Double.NaN, -1);
    }
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double upper = sorted.get(middle);
    double median = sorted.size() % 2 == 1 ? upper : (sorted.get(middle - 1) + upper) / 2;
    double max = Collections.max(values);
    return new Spikes(median, max, values.indexOf(max));
  }

  /** The largest over the median as it is: of no meaning where that is about 0 or below. */
  double ratio() {
    return max / median;
  }

  /** What is judged: the largest over the median, or over the floor where the median is less. */
  double height() {
    return max / Math.max(median, FLOOR);
  }
}
