package org.saccade.client.run;

/**
 * The time between two pictures of a headset's display. Runtimes answer late frames with a longer
 * predicted period, up to what the program needs (Monado does); a budget by that would be met by
 * any frame. So the shortest since the display took its rate counts. Immutable.
 *
 * @param nanos nanoseconds; 0 while the runtime has said nothing
 */
record DisplayPeriod(long nanos) {
  private static final double STANDARD_HERTZ = 90;

  /** Of a display of this rate; 0 or less is unknown. */
  static DisplayPeriod ofHertz(double hertz) {
    return new DisplayPeriod(hertz > 0 ? Math.round(1e9 / hertz) : 0);
  }

  /** After the runtime predicted this period; 0 or less says nothing. */
  DisplayPeriod predicted(long periodNanos) {
    boolean isNews = periodNanos > 0 && (nanos == 0 || periodNanos < nanos);
    return isNews ? new DisplayPeriod(periodNanos) : this;
  }

  /** Frames a second. */
  double hertz() {
    return nanos == 0 ? STANDARD_HERTZ : 1e9 / nanos;
  }
}
