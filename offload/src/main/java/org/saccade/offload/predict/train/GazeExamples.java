package org.saccade.offload.predict.train;

import org.joml.Vector3d;
import org.saccade.offload.predict.GazeFeatures;
import org.saccade.offload.predict.Horizons;
import org.saccade.offload.predict.Situation;

/** What gaze predictors saw, and what came of it: a row an example. One thread. */
final class GazeExamples {
  final Rows inputs = new Rows(GazeFeatures.INPUTS);

  /** Yaw and pitch for each horizon in turn; not a number where unknown. */
  final Rows targets = new Rows(GazeFeatures.OUTPUTS);

  private final Vector3d direction = new Vector3d();

  /** Adds the situation after {@code row} of a recording, if the eye was seen there. */
  void add(Recording recording, int row, Situation seen) {
    if (!seen.isGazeOf(recording.nanos(row))) {
      return;
    }
    inputs.add(seen.gaze().inputs());
    int at = targets.add();
    for (int h = 0; h < Horizons.COUNT; h++) {
      boolean isKnown = recording.truth(recording.seconds(row) + Horizons.seconds(h), direction);
      double yaw = Math.atan2(direction.x, -direction.z);
      double pitch = Math.asin(Math.clamp(direction.y, -1.0, 1.0));
      targets.values()[at + 2 * h] = isKnown ? (float) (yaw - seen.gazeYaw()) : Float.NaN;
      targets.values()[at + 2 * h + 1] = isKnown ? (float) (pitch - seen.gazePitch()) : Float.NaN;
    }
  }

  int count() {
    return targets.count();
  }
}
