package org.saccade.client.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joml.Quaternionf;
import org.saccade.client.Failure;
import org.saccade.offload.predict.train.Recording;
import org.saccade.xr.Pose;
import org.saccade.xr.PoseTrack;

/**
 * The same way at another pace: a recording played faster or slower, turns and all, so that the
 * head's mean speed over the floor is that asked for. Immutable.
 */
record PacedWalk(Recording recording, double metresPerSecond) {
  private static final double MOST_SECONDS = 10;

  /** Who is slower stands, m/s. */
  private static final double LEAST = 0.05;

  /**
   * The first recording whose head walks in its first ten seconds, or one line that says that there
   * is none.
   *
   * @param folder where they lie, in words
   */
  static Recording first(List<Recording> walks, String folder) {
    Recording fastest = null;
    for (var walk : walks) {
      if (speed(walk) >= LEAST) {
        return walk;
      }
      fastest = fastest == null || speed(walk) > speed(fastest) ? walk : fastest;
    }
    throw Failure.failed(
        String.format(
            Locale.ROOT,
            "--motion '%s' has nobody who walks in their first %.0f s%s; --video needs %.2f m/s:"
                + " name another folder or leave out --video",
            folder,
            MOST_SECONDS,
            fastest == null
                ? ""
                : String.format(
                    Locale.ROOT, " (fastest: %s, %.3f m/s)", fastest.person(), speed(fastest)),
            LEAST));
  }

  /** Mean over the floor in the first ten seconds, m/s. */
  private static double speed(Recording walk) {
    int rows = rows(walk);
    double metres = 0;
    for (int i = 1; i < rows; i++) {
      double[] from = walk.pose(i - 1);
      double[] to = walk.pose(i);
      metres += Math.hypot(to[0] - from[0], to[2] - from[2]);
    }
    return metres / (walk.seconds(rows - 1) - walk.seconds(0));
  }

  private static int rows(Recording walk) {
    int rows = 2;
    while (rows < walk.size() && walk.seconds(rows) - walk.seconds(0) <= MOST_SECONDS) {
      rows++;
    }
    return rows;
  }

  /** The first ten seconds of a recording whose head walks, see {@link #first}. */
  static PacedWalk of(Recording walk, double metresPerSecond) {
    int rows = rows(walk);
    double slower = speed(walk) / metresPerSecond;
    var times = new double[rows];
    var poses = new double[7 * rows];
    for (int i = 0; i < rows; i++) {
      times[i] = (walk.seconds(i) - walk.seconds(0)) * slower;
      System.arraycopy(walk.pose(i), 0, poses, 7 * i, 7);
    }
    return new PacedWalk(new Recording(walk.person(), times, poses, new float[0]), metresPerSecond);
  }

  double seconds() {
    return recording.duration();
  }

  /** For drawing. */
  PoseTrack track() {
    var samples = new ArrayList<PoseTrack.Sample>();
    for (int i = 0; i < recording.size(); i++) {
      double[] at = recording.pose(i);
      var turned = new Quaternionf(at[3], at[4], at[5], at[6]);
      samples.add(
          new PoseTrack.Sample(
              recording.seconds(i), Pose.of(at[0], at[1], at[2], turned), Optional.empty()));
    }
    return new PoseTrack(samples);
  }
}
