package org.saccade.offload.predict.train;

import org.saccade.offload.predict.Horizons;

/**
 * How often gaze is outside the fovea (Welsch's loss): what is far off anyway pulls no more, so the
 * network bets on one place rather than on the middle between two.
 */
final class GazeLoss implements NetworkTraining.Loss {
  private static final float FOVEA = (float) Math.toRadians(4);

  private final GazeExamples examples;

  GazeLoss(GazeExamples examples) {
    this.examples = examples;
  }

  @Override
  public void slope(int row, float[] output, float[] slope) {
    int first = row * 2 * Horizons.COUNT;
    var targets = examples.targets.values();
    for (int h = 0; h < Horizons.COUNT; h++) {
      int at = 2 * h;
      float x = (output[at] - targets[first + at]) / FOVEA;
      float y = (output[at + 1] - targets[first + at + 1]) / FOVEA;
      float squares = x * x + y * y;
      float factor = Float.isFinite(squares) ? (float) StrictMath.exp(-squares / 2) : 0;
      slope[at] = factor == 0 ? 0 : x * factor;
      slope[at + 1] = factor == 0 ? 0 : y * factor;
    }
  }
}
