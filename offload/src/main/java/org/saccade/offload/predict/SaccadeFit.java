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
  private static final double STEP = Math.toRadians(0.5);
  private static final int AMPLITUDES = 80;
  private static final int SHIFTS = 5;
  private static final double MEASURING = Math.toRadians(0.5);
  private static final double PRIOR = Math.toRadians(15);
  private static final int MOST_SAMPLES = 32;

  private final double[] ways = new double[MOST_SAMPLES];
  private final double[] since = new double[MOST_SAMPLES];
  private double landingYaw;
  private double landingPitch;
  private double sinceOnset;

  /** Lays the newest samples against saccades; they belong to one, slower steps do not. */
  void fit(MotionHistory history, double jumpSpeed) {
    int onset = onset(history, jumpSpeed / 2);
    sinceOnset = history.gazeAge(onset);
    double toYaw = history.gazeYaw(0) - history.gazeYaw(onset);
    double toPitch = history.gazePitch(0) - history.gazePitch(onset);
    double length = Math.hypot(toYaw, toPitch);
    if (onset == 0 || length < 1e-6) {
      landingYaw = history.gazeYaw(0);
      landingPitch = history.gazePitch(0);
      return;
    }
    int count = Math.min(onset, MOST_SAMPLES);
    for (int i = 0; i < count; i++) {
      since[i] = sinceOnset - history.gazeAge(i);
      ways[i] =
          ((history.gazeYaw(i) - history.gazeYaw(onset)) * toYaw
                  + (history.gazePitch(i) - history.gazePitch(onset)) * toPitch)
              / length;
    }
    double amplitude = amplitude(count, Math.clamp(since[count - 1], 0, 0.02));
    double factor = Math.max(amplitude, length) / length;
    landingYaw = history.gazeYaw(onset) + toYaw * factor;
    landingPitch = history.gazePitch(onset) + toPitch * factor;
  }

  /** The sample before the first that moved faster than that. */
  private static int onset(MotionHistory history, double slowest) {
    int onset = 0;
    int last = history.gazeCount() - 1;
    while (onset < last && history.gazeAge(onset + 1) < LONGEST) {
      double seconds = history.gazeAge(onset + 1) - history.gazeAge(onset);
      if (apart(history, onset, onset + 1) < slowest * seconds) {
        break;
      }
      onset++;
    }
    return onset;
  }

  /** The likeliest amplitude; the saccade began up to {@code window} s after the onset sample. */
  private double amplitude(int count, double window) {
    double best = Double.POSITIVE_INFINITY;
    double found = 0;
    for (int a = 1; a <= AMPLITUDES; a++) {
      double amplitude = a * STEP;
      double duration = SHORTEST_DURATION + DURATION_PER_RADIAN * amplitude;
      double prior = amplitude / PRIOR;
      for (int s = 0; s < SHIFTS; s++) {
        double start = window * s / SHIFTS;
        double misfit = prior;
        for (int i = 0; i < count; i++) {
          double off = (ways[i] - amplitude * way((since[i] - start) / duration)) / MEASURING;
          misfit += off * off;
        }
        if (misfit < best) {
          best = misfit;
          found = amplitude;
        }
      }
    }
    return found;
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
