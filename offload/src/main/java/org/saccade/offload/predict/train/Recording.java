package org.saccade.offload.predict.train;

import java.util.random.RandomGenerator;
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

  private static final double UNMOVED = 1e-4;

  private final String person;
  private final double[] seconds;
  private final double[] poses;
  private final float[] gazes;

  /**
   * Rows in order of time; arrays are taken over.
   *
   * @param poses position, then quaternion, seven numbers a row
   * @param gazes unit directions in head space, three numbers a row, or none at all
   */
  public Recording(String person, double[] seconds, double[] poses, float[] gazes) {
    this.person = person;
    this.seconds = seconds;
    this.poses = poses;
    this.gazes = gazes;
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
    var steps = new double[Math.max(1, seconds.length - 1)];
    for (int i = 1; i < seconds.length; i++) {
      steps[i - 1] = seconds[i] - seconds[i - 1];
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
      history.seeGaze(nanos(row), gaze(row));
    }
  }

  /** Shows a row to a forecaster. */
  public void show(int row, Forecaster forecaster) {
    forecaster.see(nanos(row), position(row), orientation(row));
    if (hasGaze()) {
      forecaster.seeGaze(nanos(row), gaze(row));
    }
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
  private int before(double at) {
    int found = java.util.Arrays.binarySearch(seconds, at);
    int row = Math.min(found >= 0 ? found : -found - 2, seconds.length - 2);
    boolean isKnown = row >= 0 && at <= seconds[row + 1] && seconds[row + 1] - seconds[row] <= HOLE;
    return isKnown ? row : -1;
  }

  private double share(int row, double at) {
    return (at - seconds[row]) / (seconds[row + 1] - seconds[row]);
  }

  /** Writes the true pose at an instant; false where nothing is known. */
  public boolean truth(double at, Vector3d position, Quaterniond orientation) {
    int row = before(at);
    if (row < 0) {
      return false;
    }
    double share = share(row, at);
    position.set(position(row)).lerp(position(row + 1), share);
    var next = new Quaterniond(orientation(row + 1)).normalize();
    orientation.set(orientation(row)).normalize().slerp(next, share);
    return true;
  }

  /** Writes the true gaze at an instant; false where nothing is known. */
  public boolean truth(double at, Vector3d direction) {
    int row = hasGaze() ? before(at) : -1;
    if (row < 0) {
      return false;
    }
    direction.set(gaze(row)).lerp(new Vector3d(gaze(row + 1)), share(row, at)).normalize();
    return direction.isFinite();
  }
}
