package org.saccade.offload.predict;

import java.util.Arrays;

/**
 * Tells fixation, pursuit and saccade apart by the speed of the eye against the world, where the
 * head's turning is taken off: an eye that rests on a thing while the head turns is not following
 * anything. The speed from which an eye jumps adapts to the tracker's noise (Engbert and Kliegl
 * 2003). One thread.
 */
final class EyeMovements {
  private static final double WINDOW = 0.02;
  private static final double SLOWEST_JUMP = Math.toRadians(60);
  private static final double FASTEST_JUMP = Math.toRadians(150);
  private static final double NOISE_FACTOR = 4;
  private static final int NOISE_SAMPLES = 48;
  private static final double PURSUIT_WINDOW = 0.1;
  private static final double SLOWEST_PURSUIT = Math.toRadians(5);

  /** Of a pursuit's way both halves point alike: the cosine between them at least. */
  private static final double STRAIGHT = 0.7;

  private final double[] vector = new double[4];
  private final double[] turned = new double[4];
  private final double[] speeds = new double[NOISE_SAMPLES];
  private double jumpSpeed;

  /** What the eye does at the newest sample of the history. */
  EyeMovement of(MotionHistory history) {
    jumpSpeed = SLOWEST_JUMP;
    if (history.gazeCount() < 3 || history.gazeSpan() < WINDOW) {
      return EyeMovement.UNKNOWN;
    }
    jumpSpeed = Math.clamp(NOISE_FACTOR * noise(history), SLOWEST_JUMP, FASTEST_JUMP);
    double window = Math.max(WINDOW, history.gazeInterval());
    world(history, window);
    if (Math.hypot(vector[0], vector[1]) / window > jumpSpeed) {
      return EyeMovement.SACCADE;
    }
    return isPursuit(history) ? EyeMovement.PURSUIT : EyeMovement.FIXATION;
  }

  /** From what speed on this eye's movements count as jumps, radians a second. */
  double jumpSpeed() {
    return jumpSpeed;
  }

  private boolean isPursuit(MotionHistory history) {
    if (history.gazeSpan() < PURSUIT_WINDOW) {
      return false;
    }
    world(history, PURSUIT_WINDOW / 2);
    double x = vector[0];
    double y = vector[1];
    world(history, PURSUIT_WINDOW);
    double restX = vector[0] - x;
    double restY = vector[1] - y;
    double length = Math.hypot(x, y);
    double rest = Math.hypot(restX, restY);
    double slowest = SLOWEST_PURSUIT * PURSUIT_WINDOW / 2;
    return length > slowest && rest > slowest && x * restX + y * restY > STRAIGHT * length * rest;
  }

  /** The way of the eye against the world since a lag, radians right and up. */
  private void world(MotionHistory history, double lag) {
    history.gazeSince(lag, vector);
    double yaw = -vector[0];
    double pitch = -vector[1];
    if (history.knowsHead() && history.headSpan() >= lag) {
      history.localTurnSince(lag, turned);
      yaw += turned[1];
      pitch -= turned[0];
    }
    vector[0] = yaw;
    vector[1] = pitch;
  }

  /** The median speed from sample to sample: a tracker's noise while an eye rests. */
  private double noise(MotionHistory history) {
    int count = Math.min(history.gazeCount() - 1, NOISE_SAMPLES);
    for (int i = 0; i < count; i++) {
      double seconds = history.gazeAge(i + 1) - history.gazeAge(i);
      speeds[i] = SaccadeFit.apart(history, i, i + 1) / seconds;
    }
    Arrays.sort(speeds, 0, count);
    return speeds[count / 2];
  }
}
