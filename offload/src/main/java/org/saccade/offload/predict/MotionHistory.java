package org.saccade.offload.predict;

import java.util.Arrays;
import org.joml.Quaternionfc;
import org.joml.Vector3dc;
import org.joml.Vector3fc;

/**
 * The last second or so of a head and its eyes, cleaned: what is not finite or not newer is not
 * taken in, quaternions are normalised and of one sign, a long gap or a jump no neck can make (a
 * teleport, a snap turn, a tracker that found itself again) begins a new track. Lags are looked up
 * between samples, and before the first one it is as if everything had stood still. Owned by one
 * thread; taking in and looking up allocate nothing.
 */
public final class MotionHistory {
  private static final int CAPACITY = 128;
  private static final int POSE = 7;

  /** A track with a longer hole in it is two tracks, seconds. */
  private static final double GAP = 0.5;

  /** Samples closer than this replace each other, so that the ring lasts, seconds. */
  private static final double CLOSEST = 0.004;

  private static final double FASTEST_METRES = 20;
  private static final double FASTEST_RADIANS = 30;
  private static final double JUMP_METRES = 0.5;
  private static final double JUMP_RADIANS = Math.toRadians(10);

  /** Eyes turn at most 900 degrees a second; a faster jump waits for a second sample to confirm. */
  private static final double EYE_FASTEST = Math.toRadians(2000);

  private static final double EYE_JUMP = Math.toRadians(25);
  private static final double EYE_AGREES = Math.toRadians(8);
  private static final double FACING = -0.05;

  private final Ring head = new Ring(POSE);
  private final Ring eyes = new Ring(2);
  private final double[] pose = new double[POSE];
  private final double[] found = new double[POSE];
  private final double[] scratch = new double[4];
  private final double[] doubtful = new double[2];
  private boolean isDoubted;
  private long version;

  /** Times in nanoseconds and rows of values, newest last, in a ring. */
  private static final class Ring {
    private final int width;
    private final long[] times = new long[CAPACITY];
    private final double[] values;
    private int newest = -1;
    private int size;

    Ring(int width) {
      this.width = width;
      values = new double[CAPACITY * width];
    }

    /** The slot of the sample so many before the newest. */
    int slot(int back) {
      return Math.floorMod(newest - back, CAPACITY);
    }

    double age(int back) {
      return (times[newest] - times[slot(back)]) * 1e-9;
    }

    void add(long nanos, double[] row) {
      boolean isCrowded = size > 1 && (nanos - times[slot(1)]) * 1e-9 < CLOSEST;
      if (!isCrowded) {
        newest = (newest + 1) % CAPACITY;
        size = Math.min(size + 1, CAPACITY);
      }
      times[newest] = nanos;
      System.arraycopy(row, 0, values, newest * width, width);
    }

    /** The values {@code lag} seconds before the newest sample, linear between samples. */
    void at(double lag, double[] out) {
      int back = 0;
      while (back < size - 1 && age(back) < lag) {
        back++;
      }
      int earlier = slot(back) * width;
      double share = 0;
      int later = earlier;
      if (back > 0) {
        later = slot(back - 1) * width;
        double from = age(back);
        double to = age(back - 1);
        share = Math.max(0, (from - lag) / (from - to));
      }
      for (int k = 0; k < width; k++) {
        out[k] = values[earlier + k] + share * (values[later + k] - values[earlier + k]);
      }
    }
  }

  /** Takes in a pose; says whether it was one. */
  public boolean seeHead(long nanos, Vector3dc at, Quaternionfc turned) {
    double length =
        Math.sqrt(
            (double) turned.x() * turned.x()
                + (double) turned.y() * turned.y()
                + (double) turned.z() * turned.z()
                + (double) turned.w() * turned.w());
    if (!at.isFinite() || !(length > 1e-6 && length < 1e6) || (head.size > 0 && isOld(nanos))) {
      return false;
    }
    pose[0] = at.x();
    pose[1] = at.y();
    pose[2] = at.z();
    pose[3] = turned.x() / length;
    pose[4] = turned.y() / length;
    pose[5] = turned.z() / length;
    pose[6] = turned.w() / length;
    if (head.size > 0) {
      continueOrBegin((nanos - head.times[head.newest]) * 1e-9);
    }
    head.add(nanos, pose);
    version++;
    return true;
  }

  private boolean isOld(long nanos) {
    return nanos - head.times[head.newest] <= 0;
  }

  private void continueOrBegin(double seconds) {
    int last = head.newest * POSE;
    double dot = 0;
    double squared = 0;
    for (int k = 0; k < POSE; k++) {
      double before = head.values[last + k];
      if (k < 3) {
        squared += (pose[k] - before) * (pose[k] - before);
      } else {
        dot += pose[k] * before;
      }
    }
    for (int k = 3; dot < 0 && k < POSE; k++) {
      pose[k] = -pose[k];
    }
    Turn.between(pose, 3, head.values, last + 3, scratch);
    double angle = length(scratch);
    double distance = Math.sqrt(squared);
    if (seconds > GAP
        || (distance > JUMP_METRES && distance > FASTEST_METRES * seconds)
        || (angle > JUMP_RADIANS && angle > FASTEST_RADIANS * seconds)) {
      head.size = 0;
    }
  }

  /** Takes in a direction in head space; says whether it was one. */
  public boolean seeGaze(long nanos, Vector3fc towards) {
    float length = towards.length();
    boolean isNew = eyes.size == 0 || nanos - eyes.times[eyes.newest] > 0;
    if (!(length > 1e-6f && length < 1e6f) || towards.z() / length > FACING || !isNew) {
      return false;
    }
    pose[0] = Math.atan2(towards.x(), -towards.z());
    pose[1] = Math.asin(Math.clamp(towards.y() / length, -1f, 1f));
    if (eyes.size > 0) {
      double seconds = (nanos - eyes.times[eyes.newest]) * 1e-9;
      double jump = apart(eyes.values, eyes.newest * 2);
      if (seconds > GAP) {
        eyes.size = 0;
      } else if (jump > EYE_JUMP && jump > EYE_FASTEST * seconds) {
        boolean isConfirmed = isDoubted && apart(doubtful, 0) < EYE_AGREES;
        doubtful[0] = pose[0];
        doubtful[1] = pose[1];
        isDoubted = !isConfirmed;
        if (!isConfirmed) {
          return false;
        }
      }
    }
    isDoubted = false;
    eyes.add(nanos, pose);
    version++;
    return true;
  }

  private double apart(double[] values, int at) {
    return Math.hypot(pose[0] - values[at], pose[1] - values[at + 1]);
  }

  /** Forgets everything. */
  public void clear() {
    head.size = 0;
    eyes.size = 0;
    isDoubted = false;
    version++;
  }

  boolean knowsHead() {
    return head.size > 0;
  }

  boolean knowsGaze() {
    return eyes.size > 0;
  }

  long headNanos() {
    return head.times[head.newest];
  }

  long gazeNanos() {
    return eyes.times[eyes.newest];
  }

  /** Another number whenever something was taken in. */
  long version() {
    return version;
  }

  /** Seconds between the last two poses; 0 while there is one. */
  double headInterval() {
    return head.size < 2 ? 0 : head.age(1);
  }

  /** The same over the last five poses, as far as there are so many. */
  double meanHeadInterval() {
    int steps = Math.min(4, head.size - 1);
    return steps < 1 ? 0 : head.age(steps) / steps;
  }

  double gazeInterval() {
    return eyes.size < 2 ? 0 : eyes.age(1);
  }

  /** Seconds from the first pose of this track to the newest. */
  double headSpan() {
    return head.size < 2 ? 0 : head.age(head.size - 1);
  }

  double gazeSpan() {
    return eyes.size < 2 ? 0 : eyes.age(eyes.size - 1);
  }

  int headCount() {
    return head.size;
  }

  /** Seconds between the newest pose and that so many samples before it. */
  double headAge(int back) {
    return head.age(back);
  }

  int gazeCount() {
    return eyes.size;
  }

  /** Seconds between the newest gaze and that so many samples before it. */
  double gazeAge(int back) {
    return eyes.age(back);
  }

  double gazeYaw(int back) {
    return eyes.values[eyes.slot(back) * 2];
  }

  double gazePitch(int back) {
    return eyes.values[eyes.slot(back) * 2 + 1];
  }

  /** The newest pose: position, then quaternion. */
  void pose(double[] out) {
    System.arraycopy(head.values, head.newest * POSE, out, 0, POSE);
  }

  /** The rotation vector from the newest orientation to that of a lag, in the heading's frame. */
  void turnSince(double lag, double[] out) {
    head.at(lag, found);
    normalise();
    Turn.between(found, 3, head.values, head.newest * POSE + 3, out);
    level(out);
  }

  /** The same in the frame of the head. */
  void localTurnSince(double lag, double[] out) {
    head.at(lag, found);
    normalise();
    Turn.betweenLocally(found, 3, head.values, head.newest * POSE + 3, out);
  }

  /** From the newest position to that of a lag, in the heading's frame. */
  void moveSince(double lag, double[] out) {
    head.at(lag, found);
    for (int k = 0; k < 3; k++) {
      out[k] = found[k] - head.values[head.newest * POSE + k];
    }
    level(out);
  }

  /** From the newest gaze to that of a lag: yaw and pitch. */
  void gazeSince(double lag, double[] out) {
    eyes.at(lag, out);
    out[0] -= eyes.values[eyes.newest * 2];
    out[1] -= eyes.values[eyes.newest * 2 + 1];
  }

  /** Writes the world's up in the head's frame. */
  void up(double[] out) {
    int q = head.newest * POSE + 3;
    double x = head.values[q];
    double y = head.values[q + 1];
    double z = head.values[q + 2];
    double w = head.values[q + 3];
    out[0] = 2 * (x * y + w * z);
    out[1] = 1 - 2 * (x * x + z * z);
    out[2] = 2 * (y * z - w * x);
  }

  /** How far the heading is turned from -Z, radians to the left. */
  public double heading() {
    int q = head.newest * POSE + 3;
    double x = head.values[q];
    double y = head.values[q + 1];
    double z = head.values[q + 2];
    double w = head.values[q + 3];
    return Math.atan2(2 * (x * z + w * y), 1 - 2 * (x * x + y * y));
  }

  private void level(double[] vector) {
    rotateY(vector, -heading());
  }

  static void rotateY(double[] vector, double angle) {
    double sine = Math.sin(angle);
    double cosine = Math.cos(angle);
    double x = vector[0];
    vector[0] = x * cosine + vector[2] * sine;
    vector[2] = vector[2] * cosine - x * sine;
  }

  private void normalise() {
    double length = 0;
    for (int k = 3; k < POSE; k++) {
      length += found[k] * found[k];
    }
    if (length < 1e-12) {
      Arrays.fill(found, 3, POSE, 0);
      found[6] = 1;
      return;
    }
    length = Math.sqrt(length);
    for (int k = 3; k < POSE; k++) {
      found[k] /= length;
    }
  }

  static double length(double[] vector) {
    return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
  }
}
