package org.saccade.offload.predict.train;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.joml.Quaterniond;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.saccade.offload.predict.Forecaster;
import org.saccade.offload.predict.MotionHistory;

/**
 * One recorded motion: what was measured when, and what was the case in between. Immutable but for
 * its arrays, which nobody writes; any thread may read.
 */
public final class Recording {
  private static final int POSE = 7;

  /** Between rows further apart than this nothing is known, seconds. */
  private static final double HOLE = 0.15;

  /** A gaze more than so many of the usual steps after the one before was lost in between. */
  private static final double LOST_STEPS = 1.5;

  private static final double UNMOVED = 1e-4;

  private final String person;
  private final double[] seconds;
  private final double[] poses;
  private final float[] gazes;
  private final double[] gazeSeconds;

  /** Rows with a gaze, when each was measured, and the usual time from one to the next. */
  private final int[] seen;

  private final double[] seenSeconds;
  private final double gazeInterval;

  /**
   * Rows in order of time, with gazes measured when their row was; arrays are taken over.
   *
   * @param poses position, then quaternion, seven numbers a row
   * @param gazes unit directions in head space, three numbers a row, or none at all
   */
  public Recording(String person, double[] seconds, double[] poses, float[] gazes) {
    this(person, seconds, poses, gazes, seconds);
  }

  /**
   * The same with gazes that have times of their own.
   *
   * @param gazes not numbers in a row without a new one
   * @param gazeSeconds when each was measured, on the clock of the rows; they grow
   */
  public Recording(
      String person, double[] seconds, double[] poses, float[] gazes, double[] gazeSeconds) {
    this.person = person;
    this.seconds = seconds;
    this.poses = poses;
    this.gazes = gazes;
    this.gazeSeconds = gazeSeconds;
    seen =
        IntStream.range(0, gazes.length / 3).filter(row -> !Float.isNaN(gazes[3 * row])).toArray();
    seenSeconds = IntStream.of(seen).mapToDouble(row -> gazeSeconds[row]).toArray();
    gazeInterval = interval(seenSeconds);
  }

  /** Whose motion it is; recordings of one person are never split. */
  public String person() {
    return person;
  }

  /** How many rows there are. */
  public int size() {
    return seconds.length;
  }

  /** When a row was measured. */
  public double seconds(int row) {
    return seconds[row];
  }

  /** The same in nanoseconds. */
  public long nanos(int row) {
    return Math.round(seconds[row] * 1e9);
  }

  /** From the first row to the last. */
  public double duration() {
    return seconds[seconds.length - 1] - seconds[0];
  }

  /** The usual time from row to row. */
  public double interval() {
    return interval(seconds);
  }

  private static double interval(double[] times) {
    var steps = new double[Math.max(1, times.length - 1)];
    for (int i = 1; i < times.length; i++) {
      steps[i - 1] = times[i] - times[i - 1];
    }
    java.util.Arrays.sort(steps);
    return steps[steps.length / 2];
  }

  /** Whether eyes were measured. */
  public boolean hasGaze() {
    return gazes.length > 0;
  }

  /** Whether the head's position ever changes; some recordings know turns only. */
  public boolean isMoving() {
    for (int row = 1; row < seconds.length; row++) {
      for (int k = 0; k < 3; k++) {
        if (Math.abs(poses[row * POSE + k] - poses[k]) > UNMOVED) {
          return true;
        }
      }
    }
    return false;
  }

  /** Shows a row to a history. */
  public void show(int row, MotionHistory history) {
    history.seeHead(nanos(row), position(row), orientation(row));
    if (hasGaze()) {
      history.seeGaze(gazeNanos(row), gaze(row));
    }
  }

  /** Shows a row to a forecaster. */
  public void show(int row, Forecaster forecaster) {
    forecaster.see(nanos(row), position(row), orientation(row));
    if (hasGaze()) {
      forecaster.seeGaze(gazeNanos(row), gaze(row));
    }
  }

  private long gazeNanos(int row) {
    return Math.round(gazeSeconds[row] * 1e9);
  }

  private Vector3d position(int row) {
    int at = row * POSE;
    return new Vector3d(poses[at], poses[at + 1], poses[at + 2]);
  }

  private Quaternionf orientation(int row) {
    int at = row * POSE + 3;
    return new Quaternionf(poses[at], poses[at + 1], poses[at + 2], poses[at + 3]);
  }

  /** A row's position, then quaternion: seven numbers, a copy. */
  public double[] pose(int row) {
    return java.util.Arrays.copyOfRange(poses, row * POSE, (row + 1) * POSE);
  }

  /** Where the eyes looked in a row, in head space; not a number where nobody saw them. */
  public Vector3f gaze(int row) {
    return new Vector3f(gazes[3 * row], gazes[3 * row + 1], gazes[3 * row + 2]);
  }

  /** Which rows are kept when a share of them gets lost; the first two always are. */
  public boolean[] kept(double lost, RandomGenerator chance) {
    var kept = new boolean[size()];
    for (int row = 0; row < kept.length; row++) {
      kept[row] = row < 2 || lost <= 0 || chance.nextDouble() >= lost;
    }
    return kept;
  }

  /** The row before an instant in whose step it lies, or -1 where nothing is known. */
  private static int before(double[] times, double at) {
    int found = java.util.Arrays.binarySearch(times, at);
    int row = Math.min(found >= 0 ? found : -found - 2, times.length - 2);
    boolean isKnown = row >= 0 && at <= times[row + 1] && times[row + 1] - times[row] <= HOLE;
    return isKnown ? row : -1;
  }

  private static double share(double[] times, int row, double at) {
    return (at - times[row]) / (times[row + 1] - times[row]);
  }

  /** Writes the true pose at an instant; false where nothing is known. */
  public boolean truth(double at, Vector3d position, Quaterniond orientation) {
    int row = before(seconds, at);
    if (row < 0) {
      return false;
    }
    double share = share(seconds, row, at);
    position.set(position(row)).lerp(position(row + 1), share);
    var next = new Quaterniond(orientation(row + 1)).normalize();
    orientation.set(orientation(row)).normalize().slerp(next, share);
    return true;
  }

  /** Writes the true gaze at an instant; false where nothing is known. */
  public boolean truth(double at, Vector3d direction) {
    int one = before(seenSeconds, at);
    if (one < 0 || wasLostAfter(one)) {
      return false;
    }
    var next = new Vector3d(gaze(seen[one + 1]));
    direction.set(gaze(seen[one])).lerp(next, share(seenSeconds, one, at)).normalize();
    return direction.isFinite();
  }

  /** Rows without a gaze lie in between because eyes were lost, not because a tracker is slow. */
  private boolean wasLostAfter(int one) {
    return seen[one + 1] > seen[one] + 1
        && seenSeconds[one + 1] - seenSeconds[one] > LOST_STEPS * gazeInterval;
  }
}
