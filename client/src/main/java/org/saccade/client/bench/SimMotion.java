package org.saccade.client.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saccade.client.Failure;
import org.saccade.offload.predict.train.Recording;
import org.saccade.xr.PoseTrack;
import org.saccade.xr.WalkMotion;

/** Recordings as benches on virtual time want them. */
final class SimMotion {
  private static final int STAND_INS = 40;
  private static final double STAND_IN_SECONDS = 10;
  private static final double SHORTEST_SECONDS = 1;

  private SimMotion() {}

  /** People who walk: those of a folder whose head's place changes, or seeded ones. */
  static List<Recording> walks(Optional<Path> folder, long seed) {
    if (folder.isPresent()) {
      return MotionFolder.read(folder.get()).stream()
          .map(MotionFolder.Entry::recording)
          .filter(each -> each.isMoving() && each.duration() >= SHORTEST_SECONDS)
          .toList();
    }
    var all = new ArrayList<Recording>();
    for (int i = 0; i < STAND_INS; i++) {
      var walk = WalkMotion.seeded(seed * STAND_INS + i, STAND_IN_SECONDS);
      all.add(MotionFolder.recording("walk_" + i, walk));
    }
    return all;
  }

  /**
   * People whose eyes are known. Those of a folder stood or sat: their heads' turns and eyes are
   * put on a seeded visitor who walks, so that there are new tiles to look at.
   */
  static List<Recording> eyes(Optional<Path> folder, double seconds, long seed) {
    var all = new ArrayList<Recording>();
    var entries = folder.map(MotionFolder::read).orElseGet(() -> StandInMotion.entries(seed));
    for (var entry : entries) {
      var recording = entry.recording();
      if (recording.hasGaze()) {
        var walk = WalkMotion.seeded(seed + all.size(), Math.min(seconds, recording.duration()));
        all.add(walking(recording, walk, seconds));
      }
    }
    if (all.isEmpty()) {
      throw Failure.failed("--motion has no motion file with gaze (gx,gy,gz): name another folder");
    }
    return all;
  }

  private static Recording walking(Recording seen, PoseTrack walk, double seconds) {
    int rows = 0;
    double first = seen.seconds(0);
    while (rows < seen.size() && seen.seconds(rows) - first <= seconds) {
      rows++;
    }
    var times = new double[rows];
    var poses = new double[7 * rows];
    var gazes = new float[3 * rows];
    for (int i = 0; i < rows; i++) {
      times[i] = seen.seconds(i) - first;
      var place = walk.poseAt(times[i]);
      double[] pose = seen.pose(i);
      pose[0] = place.x();
      pose[1] = place.y();
      pose[2] = place.z();
      System.arraycopy(pose, 0, poses, 7 * i, 7);
      var gaze = seen.gaze(i);
      gazes[3 * i] = gaze.x;
      gazes[3 * i + 1] = gaze.y;
      gazes[3 * i + 2] = gaze.z;
    }
    return new Recording(seen.person(), times, poses, gazes);
  }

  /** A walk there and back again and again, for so long. */
  static Recording there(Recording walk, double seconds) {
    int rows = walk.size();
    var times = new ArrayList<Double>();
    var poses = new ArrayList<double[]>();
    double at = 0;
    int row = 0;
    int step = 1;
    while (at <= seconds) {
      times.add(at);
      poses.add(walk.pose(row));
      step = row + step < 0 || row + step >= rows ? -step : step;
      at += Math.abs(walk.seconds(row + step) - walk.seconds(row));
      row += step;
    }
    var all = new double[7 * poses.size()];
    for (int i = 0; i < poses.size(); i++) {
      System.arraycopy(poses.get(i), 0, all, 7 * i, 7);
    }
    var seen = times.stream().mapToDouble(Double::doubleValue).toArray();
    return new Recording(walk.person(), seen, all, new float[0]);
  }
}
