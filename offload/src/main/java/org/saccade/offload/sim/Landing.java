package org.saccade.offload.sim;

import java.util.ArrayList;
import java.util.List;
import org.joml.Quaterniond;
import org.joml.Vector3d;
import org.saccade.offload.predict.train.Recording;

/**
 * A saccade as a recording shows it, seen afterwards and in the world: the eye was slow, fast, then
 * slow again, and stayed where it landed. Jumps of the tracker are sorted out by their speed.
 *
 * @param onsetNanos the last slow sample before it
 * @param nanos the first slow sample after it
 * @param nextNanos when the eye left again, or the recording ended
 * @param direction where it landed, a unit vector in the world
 * @param eye where the head was then
 */
record Landing(long onsetNanos, long nanos, long nextNanos, Vector3d direction, Vector3d eye) {
  private static final double FAST = Math.toRadians(60);
  private static final double SLOW = Math.toRadians(30);
  private static final double FASTEST = Math.toRadians(900);
  private static final double SMALLEST = Math.toRadians(2);
  private static final double LARGEST = Math.toRadians(40);
  private static final double LONGEST_SECONDS = 0.15;
  private static final double STAYS_SECONDS = 0.08;
  private static final double STAYS_WITHIN = Math.toRadians(2);

  /** All landings of a recording, in order. */
  static List<Landing> of(Recording recording) {
    int rows = recording.size();
    var looks = new Vector3d[rows];
    for (int i = 0; i < rows; i++) {
      looks[i] = look(recording, recording.seconds(i), new Vector3d());
    }
    var found = new ArrayList<Landing>();
    for (int i = 1; i < rows; i++) {
      if (speed(recording, looks, i) > FAST) {
        int end = i;
        double peak = 0;
        while (end + 1 < rows && !(speed(recording, looks, end) < SLOW)) {
          peak = Math.max(peak, speed(recording, looks, end));
          end++;
        }
        double amplitude = looks[i - 1].angle(looks[end]);
        double lasted = recording.seconds(end) - recording.seconds(i - 1);
        boolean isSaccade =
            peak < FASTEST
                && amplitude >= SMALLEST
                && amplitude <= LARGEST
                && lasted <= LONGEST_SECONDS;
        int left = left(looks, end);
        if (isSaccade && recording.seconds(left) - recording.seconds(end) >= STAYS_SECONDS) {
          var eye = new Vector3d();
          var direction = look(recording, recording.seconds(end), eye);
          found.add(
              new Landing(
                  recording.nanos(i - 1),
                  recording.nanos(end),
                  recording.nanos(left),
                  direction,
                  eye));
        }
        i = end;
      }
    }
    return found;
  }

  /** The row at which the eye is no longer where it landed. */
  private static int left(Vector3d[] looks, int landed) {
    int row = landed;
    while (row + 1 < looks.length && looks[row].angle(looks[landed]) < STAYS_WITHIN) {
      row++;
    }
    return row;
  }

  private static double speed(Recording recording, Vector3d[] looks, int row) {
    double seconds = recording.seconds(row) - recording.seconds(row - 1);
    return looks[row].angle(looks[row - 1]) / seconds;
  }

  /** Where the eye looks in the world; not a number where nobody knows. */
  private static Vector3d look(Recording recording, double seconds, Vector3d eye) {
    var turned = new Quaterniond();
    var direction = new Vector3d();
    boolean isKnown = recording.truth(seconds, eye, turned) && recording.truth(seconds, direction);
    return isKnown ? turned.transform(direction) : new Vector3d(Double.NaN);
  }
}
