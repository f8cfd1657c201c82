package org.saccade.offload.survey;

import java.util.Arrays;

/**
 * Round trips of one part of a measurement, without the time the edge held the requests.
 *
 * @param count how many; all else is 0 when none
 * @param leastNanos the shortest
 * @param medianNanos the median
 * @param p99Nanos the 99th percentile
 * @param jitterNanos mean difference between one and the next
 */
public record RoundTrips(
    int count, long leastNanos, long medianNanos, long p99Nanos, long jitterNanos) {
  /** Of these, in order of arrival. */
  static RoundTrips of(long[] nanos) {
    if (nanos.length == 0) {
      return new RoundTrips(0, 0, 0, 0, 0);
    }
    long changes = 0;
    for (int i = 1; i < nanos.length; i++) {
      changes += Math.abs(nanos[i] - nanos[i - 1]);
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int last = nanos.length - 1;
    return new RoundTrips(
        nanos.length,
        sorted[0],
        sorted[last / 2],
        sorted[(int) Math.ceil(last * 0.99)],
        last == 0 ? 0 : changes / last);
  }

  /** From the shortest to all but the longest hundredth. */
  long spreadNanos() {
    return p99Nanos - leastNanos;
  }
}
