package org.saccade.offload.predict.train;

import org.joml.Quaterniond;
import org.joml.Vector3d;
import org.saccade.offload.predict.HeadFeatures;
import org.saccade.offload.predict.Horizons;
import org.saccade.offload.predict.Situation;

/** What head predictors saw, and what came of it: a row an example. One thread. */
final class HeadExamples {
  final Rows turns = new Rows(HeadFeatures.TURNS);
  final Rows moves = new Rows(HeadFeatures.MOVES);
  final Rows inputs = new Rows(HeadFeatures.INPUTS);

  /** Turn and movement a second, as the network's outputs are scaled. */
  final Rows scales = new Rows(2);

  /** Turn and movement for each horizon in turn; not a number where unknown. */
  final Rows targets = new Rows(HeadFeatures.OUTPUTS);

  /** How much a row counts. */
  final Rows weights = new Rows(1);

  private final Vector3d position = new Vector3d();
  private final Quaterniond orientation = new Quaterniond();
  private final Vector3d nowPosition = new Vector3d();
  private final Quaterniond nowOrientation = new Quaterniond();
  private final Vector3d turn = new Vector3d();

  /** Adds the situation after {@code row} of a recording. */
  void add(Recording recording, int row, Situation seen, float weight) {
    double now = recording.seconds(row);
    if (!recording.truth(now, nowPosition, nowOrientation)) {
      return;
    }
    var features = seen.head();
    turns.add(features.turns());
    moves.add(features.moves());
    inputs.add(features.inputs());
    scales.add(new float[] {(float) features.turnScale(), (float) features.moveScale()});
    weights.add(new float[] {weight});
    int at = targets.add();
    double heading = seen.history().heading();
    for (int h = 0; h < Horizons.COUNT; h++) {
      boolean isKnown = recording.truth(now + Horizons.seconds(h), position, orientation);
      write(isKnown, heading, at + 6 * h);
    }
  }

  private void write(boolean isKnown, double heading, int at) {
    var values = targets.values();
    if (!isKnown) {
      java.util.Arrays.fill(values, at, at + 6, Float.NaN);
      return;
    }
    turnBetween(orientation, nowOrientation, turn).rotateY(-heading);
    position.sub(nowPosition).rotateY(-heading);
    for (int k = 0; k < 3; k++) {
      values[at + k] = (float) turn.get(k);
      values[at + 3 + k] = (float) position.get(k);
    }
  }

  /** The rotation vector of {@code to} after the inverse of {@code from}. */
  static Vector3d turnBetween(Quaterniond to, Quaterniond from, Vector3d out) {
    var between = new Quaterniond(to).mul(new Quaterniond(from).conjugate());
    double sign = between.w < 0 ? -1 : 1;
    out.set(between.x, between.y, between.z).mul(sign);
    double sine = out.length();
    return out.mul(sine > 1e-12 ? 2 * Math.atan2(sine, sign * between.w) / sine : 2);
  }

  int count() {
    return targets.count();
  }
}
