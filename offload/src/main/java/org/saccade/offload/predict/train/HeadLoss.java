package org.saccade.offload.predict.train;

import org.saccade.offload.predict.HeadFeatures;
import org.saccade.offload.predict.Horizons;
import org.saccade.offload.predict.LinearMap;

/**
 * How far turn and movement are off, each as a share of how far heads usually get in that time: the
 * mean distance itself is made small, not its square, for that is what is judged.
 */
final class HeadLoss implements NetworkTraining.Loss {
  /** Below this share the distance is rounded off to its square. */
  private static final float ROUND = 0.02f;

  private final HeadExamples examples;
  private final float[] usual = new float[2 * Horizons.COUNT];
  private final float[] base;
  private final float weightScale;

  HeadLoss(HeadExamples examples, LinearMap turn, LinearMap move) {
    this.examples = examples;
    base = base(examples, turn, move);
    measure();
    double sum = 0;
    for (int row = 0; row < examples.count(); row++) {
      sum += examples.weights.values()[row];
    }
    weightScale = (float) (examples.count() / Math.max(1e-9, sum));
  }

  /** What the linear part says, for each row's outputs. */
  private static float[] base(HeadExamples examples, LinearMap turn, LinearMap move) {
    var all = new float[examples.count() * HeadFeatures.OUTPUTS];
    var in = new float[HeadFeatures.TURNS];
    var moveIn = new float[HeadFeatures.MOVES];
    for (int row = 0; row < examples.count(); row++) {
      System.arraycopy(examples.turns.values(), row * in.length, in, 0, in.length);
      System.arraycopy(examples.moves.values(), row * moveIn.length, moveIn, 0, moveIn.length);
      var turns = new float[3 * Horizons.COUNT];
      var moves = new float[3 * Horizons.COUNT];
      turn.addTo(in, turns);
      move.addTo(moveIn, moves);
      for (int h = 0; h < Horizons.COUNT; h++) {
        int at = row * HeadFeatures.OUTPUTS + 6 * h;
        System.arraycopy(turns, 3 * h, all, at, 3);
        System.arraycopy(moves, 3 * h, all, at + 3, 3);
      }
    }
    return all;
  }

  private void measure() {
    for (int half = 0; half < usual.length; half++) {
      double sum = 0;
      long count = 0;
      for (int row = 0; row < examples.count(); row++) {
        int at = row * HeadFeatures.OUTPUTS + 3 * half;
        double way = length(examples.targets.values(), at);
        if (way > 0) {
          sum += way;
          count++;
        }
      }
      usual[half] = count == 0 ? 1 : (float) (sum / count);
    }
  }

  private static double length(float[] values, int at) {
    double x = values[at];
    double y = values[at + 1];
    double z = values[at + 2];
    return Math.sqrt(x * x + y * y + z * z);
  }

  @Override
  public void slope(int row, float[] output, float[] slope) {
    float weight = examples.weights.values()[row] * weightScale;
    for (int half = 0; half < usual.length; half++) {
      int at = row * HeadFeatures.OUTPUTS + 3 * half;
      float seconds = (float) Horizons.seconds(half / 2);
      float scale = examples.scales.values()[2 * row + half % 2] * seconds / usual[half];
      float squares = ROUND * ROUND;
      for (int k = 0; k < 3; k++) {
        float off = (base[at + k] - examples.targets.values()[at + k]) / usual[half];
        float error = off + scale * output[3 * half + k];
        slope[3 * half + k] = error;
        squares += error * error;
      }
      float factor = Float.isFinite(squares) ? weight * scale / (float) Math.sqrt(squares) : 0;
      for (int k = 0; k < 3; k++) {
        slope[3 * half + k] = factor == 0 ? 0 : slope[3 * half + k] * factor;
      }
    }
  }
}
