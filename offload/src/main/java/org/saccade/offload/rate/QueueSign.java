package org.saccade.offload.rate;

/**
 * What the queue on the way says: whether it is too long, for how long it has been, and whether it
 * has drained. The faster the rate, the shorter a queue counts. One thread.
 */
final class QueueSign {
  private static final double FIRST = RateController.FIRST;

  /** A queue shorter than this is none, whatever the noise. */
  private static final double LEAST_MICROS = 1_900;

  /** More for slow ones: so much at {@link #FIRST}, by the root of the rate. */
  private static final double SLOW_MICROS = 1_500;

  /** So long that it counts although little was asked for. */
  private static final double UNUSED_MICROS = 24_000;

  private static final double MOST_MICROS = 20_000;
  private static final double NOISES = 2.5;
  private static final int LONG_QUEUES = 4;
  private static final double DRAINED = 0.6;
  private static final long STANDING_NANOS = 80_000_000L;

  private final QueueMeter meter = new QueueMeter();
  private long micros;
  private long formerMicros;
  private double tooLongMicros;
  private long shortNanos;
  private long longNanos = Long.MIN_VALUE / 2;

  void add(long arrivedNanos, long delayMicros) {
    meter.add(arrivedNanos, delayMicros);
  }

  boolean isUnknown() {
    return meter.isEmpty();
  }

  /** Measures, once a frame. */
  void measure(long now) {
    formerMicros = micros;
    micros = meter.queueMicros(now);
  }

  /** Judges what was measured by a rate. */
  void judge(long now, double bytesPerSecond) {
    double slow = SLOW_MICROS * Math.sqrt(FIRST / bytesPerSecond);
    tooLongMicros = Math.min(MOST_MICROS, LEAST_MICROS + slow + NOISES * meter.noiseMicros());
    if (isTooLong()) {
      longNanos = now;
    } else {
      shortNanos = now;
    }
  }

  boolean isTooLong() {
    return micros > tooLongMicros;
  }

  /** Too long, and growing, or there for a while, or so long that it can be nothing else. */
  boolean isQueue(long sinceNanos) {
    return isTooLong()
        && (meter.hasGrown(sinceNanos) || sinceNanos - shortNanos > STANDING_NANOS || isVeryLong());
  }

  boolean isVeryLong() {
    return micros > LONG_QUEUES * tooLongMicros;
  }

  /** So long and rising that it counts although little was asked for. */
  boolean countsUnused() {
    return micros > Math.max(UNUSED_MICROS, 2 * tooLongMicros) && micros > formerMicros;
  }

  boolean isDrained() {
    return micros < DRAINED * tooLongMicros;
  }

  /** Whether one was too long at some time since. */
  boolean wasTooLong(long sinceNanos) {
    return longNanos - sinceNanos >= 0;
  }

  long micros() {
    return micros;
  }
}
