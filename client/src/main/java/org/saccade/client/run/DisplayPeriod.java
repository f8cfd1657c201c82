package org.saccade.client.run;

/**
 * The time between two pictures of a headset's display. Runtimes answer late frames with a longer
 * predicted period, up to what the program needs (Monado does); a budget by that would be met by
 * any frame. So the display's rate counts where the runtime tells it, else the shortest period
 * predicted so far. Immutable.
 *
 * @param nanos nanoseconds; 0 while the runtime has said nothing
 * @param isTold whether it is the display's rate
 */
record DisplayPeriod(long nanos, boolean isTold) {
  private static final double STANDARD_HERTZ = 90;
  private static final DisplayPeriod UNKNOWN = new DisplayPeriod(0, false);

  /** Of a display of this rate; 0 or less is unknown. */
  static DisplayPeriod ofHertz(double hertz) {
    return hertz > 0 ? new DisplayPeriod(Math.round(1e9 / hertz), true) : UNKNOWN;
  }

  /** After the runtime predicted this period; 0 or less says nothing. */
  DisplayPeriod predicted(long periodNanos) {
    boolean isNews = !isTold && periodNanos > 0 && (nanos == 0 || periodNanos < nanos);
    return isNews ? new DisplayPeriod(periodNanos, false) : this;
  }

  /** Frames a second. */
  double hertz() {
    return nanos == 0 ? STANDARD_HERTZ : 1e9 / nanos;
  }
}
