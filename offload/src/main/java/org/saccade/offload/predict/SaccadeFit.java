package org.saccade.offload.predict;

/**
 * Foresees where a saccade lands while it flies. A saccade is ballistic: its duration follows its
 * amplitude (the main sequence: about 21 ms + 2.2 ms a degree, Carpenter 1988; Bahill 1975) and its
 * way is close to that of least jerk. So the samples since its beginning are laid against the way
 * of every amplitude, each begun a little earlier or later, and the best one says where it ends;
 * small amplitudes are more likely to begin with. Some thousand multiplications, only while an eye
 * jumps. One thread.
 */
final class SaccadeFit {
  private static final double LONGEST = 0.15;
  private static final double SHORTEST_DURATION = 0.021;
  private static final double DURATION_PER_RADIAN = 0.0022 * 180 / Math.PI;
  private static final double SMALLEST = Math.toRadians(1);
  private static final double LARGEST = Math.toRadians(45);
  private static final double COARSE = 1.2;
  private static final double FINE = 1.05;

  /** A saccade begins so much before the first fast sample at most, seconds: it starts slowly. */
  private static final double EARLIEST = 0.016;

  private static final double COARSE_SHIFT = 0.003;
  private static final double FINE_SHIFT = 0.001;
  private static final double MEASURING = Math.toRadians(0.3);

  /** Amplitudes fall off by e in this (Bahill, Adler and Stark 1975). */
  private static final double USUAL = Math.toRadians(7.6);

  /** Durations differ from the main sequence as if the amplitude were off by this share. */
  private static final double ODD = 0.1;

  private static final double SLOW_START = 0.006;
  private static final double MOMENT = 0.012;
  private static final int MOST_SAMPLES = 12;
  private static final int BEFORE = 3;

  private final double[] ways = new double[MOST_SAMPLES];
  private final double[] shares = new double[MOST_SAMPLES];
  private final double[] since = new double[MOST_SAMPLES];
  private double landingYaw;
  private double landingPitch;
  private double sinceOnset;
  private int count;
  private double best;
  private double amplitude;
  private double duration;
  private double start;
  private double usualStart;
  private double startSpread;

  /** Lays the newest samples against saccades; they belong to one, slower steps do not. */
  void fit(MotionHistory history, double jumpSpeed) {
    int onset = onset(history, jumpSpeed / 2);
    sinceOnset = history.gazeAge(onset);
    landingYaw = history.gazeYaw(0);
    landingPitch = history.gazePitch(0);
    if (onset == 0) {
      return;
    }
    double fromYaw = 0;
    double fromPitch = 0;
    int rested = Math.min(BEFORE, history.gazeCount() - onset);
    for (int i = 0; i < rested; i++) {
      fromYaw += history.gazeYaw(onset + i) / rested;
      fromPitch += history.gazePitch(onset + i) / rested;
    }
    double toYaw = landingYaw - fromYaw;
    double toPitch = landingPitch - fromPitch;
    double length = Math.hypot(toYaw, toPitch);
    if (length < SMALLEST / 2) {
      return;
    }
    int stride = (onset + MOST_SAMPLES - 1) / MOST_SAMPLES;
    count = 0;
    for (int i = 0; i < onset; i += stride) {
      since[count] = sinceOnset - history.gazeAge(i);
      ways[count++] =
          ((history.gazeYaw(i) - fromYaw) * toYaw + (history.gazePitch(i) - fromPitch) * toPitch)
              / length;
    }
    search(length, history.gazeAge(onset) - history.gazeAge(onset - 1));
    double factor = Math.max(amplitude, length) / length;
    landingYaw = fromYaw + toYaw * factor;
    landingPitch = fromPitch + toPitch * factor;
  }

  /** The likeliest amplitude and beginning: coarsely first, then around the best. */
  private void search(double length, double step) {
    best = Double.POSITIVE_INFINITY;
    usualStart = (step - SLOW_START) / 2;
    startSpread = (step + SLOW_START) / 3;
    for (double a = Math.max(SMALLEST, 0.8 * length); a <= LARGEST; a *= COARSE) {
      for (double s = -EARLIEST; s <= step; s += COARSE_SHIFT) {
        consider(a, s);
      }
    }
    double middle = duration;
    double middleStart = start;
    for (int a = -3; a <= 3; a++) {
      double scaled = middle * Math.pow(FINE, a);
      for (int s = -3; s <= 3; s++) {
        consider(scaled, middleStart + s * FINE_SHIFT);
      }
    }
  }

  /** A saccade as long as usual for its size, and as large as fits best, near that size. */
  private void consider(double size, double begins) {
    double pace = 1 / (SHORTEST_DURATION + DURATION_PER_RADIAN * size);
    double tolerance = ODD * size + MEASURING;
    double weight = MEASURING * MEASURING / (tolerance * tolerance);
    double squares = weight;
    double products = weight * size;
    for (int i = 0; i < count; i++) {
      double share = way((since[i] - begins) * pace);
      shares[i] = share;
      squares += share * share;
      products += share * ways[i];
    }
    double fitting = products / squares;
    double unusual = (begins - usualStart) / startSpread;
    double odd = (fitting - size) / tolerance;
    double misfit = 2 * fitting / USUAL + unusual * unusual + odd * odd;
    for (int i = 0; i < count; i++) {
      double off = (ways[i] - fitting * shares[i]) / MEASURING;
      misfit += off * off;
    }
    if (misfit < best) {
      best = misfit;
      amplitude = fitting;
      duration = size;
      start = begins;
    }
  }

  /**
   * The sample before which the eye was slow for a moment. A moment is long enough for a tracker's
   * noise not to count as a movement.
   */
  private static int onset(MotionHistory history, double slowest) {
    int onset = 0;
    int before = 0;
    int last = history.gazeCount() - 1;
    while (onset < last && history.gazeAge(onset + 1) < LONGEST) {
      before = Math.max(before, onset + 1);
      while (before < last && history.gazeAge(before) - history.gazeAge(onset) < MOMENT) {
        before++;
      }
      double seconds = history.gazeAge(before) - history.gazeAge(onset);
      if (apart(history, onset, before) < slowest * seconds) {
        break;
      }
      onset++;
    }
    return onset;
  }

  /** The share of a movement of least jerk done after a share of its time. */
  static double way(double share) {
    double t = Math.clamp(share, 0, 1);
    return t * t * t * (10 + t * (6 * t - 15));
  }

  static double apart(MotionHistory history, int one, int other) {
    return Math.hypot(
        history.gazeYaw(one) - history.gazeYaw(other),
        history.gazePitch(one) - history.gazePitch(other));
  }

  double landingYaw() {
    return landingYaw;
  }

  double landingPitch() {
    return landingPitch;
  }

  /** Seconds since the last sample before it began. */
  double sinceOnset() {
    return sinceOnset;
  }
}
