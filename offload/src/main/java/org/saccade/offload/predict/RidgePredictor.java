package org.saccade.offload.predict;

import java.util.Arrays;

/**
 * Ridge autoregression: turn, movement and gaze are each a linear function of their own lagged
 * values, another one for each horizon. One thread.
 */
public final class RidgePredictor implements Predictor {
  private final LinearMap turn;
  private final LinearMap move;
  private final LinearMap gaze;
  private final float[] turns = new float[3 * Horizons.COUNT];
  private final float[] moves = new float[3 * Horizons.COUNT];
  private final float[] gazes = new float[GazeFeatures.OUTPUTS];

  public RidgePredictor(LinearMap turn, LinearMap move, LinearMap gaze) {
    this.turn = turn;
    this.move = move;
    this.gaze = gaze;
  }

  @Override
  public String name() {
    return "ridge";
  }

  @Override
  public void predictHead(Situation seen, double ahead, Displacement out) {
    Arrays.fill(turns, 0);
    Arrays.fill(moves, 0);
    turn.addTo(seen.head().turns(), turns);
    move.addTo(seen.head().moves(), moves);
    between(turns, 0, 3, ahead, out.turn);
    between(moves, 0, 3, ahead, out.move);
  }

  @Override
  public void predictGaze(Situation seen, double ahead, Displacement out) {
    Arrays.fill(gazes, 0);
    gaze.addTo(seen.gaze().inputs(), gazes);
    out.gazeYaw = between(gazes, 0, 2, ahead);
    out.gazePitch = between(gazes, 1, 2, ahead);
  }

  private static void between(float[] all, int first, int width, double ahead, double[] out) {
    for (int k = 0; k < 3; k++) {
      out[k] = between(all, first + k, width, ahead);
    }
  }

  /** A value between those of the horizons before and after; 0 at 0 s. */
  static double between(float[] all, int first, int width, double ahead) {
    int after = Horizons.atOrAfter(ahead);
    double to = all[first + after * width];
    double from = after == 0 ? 0 : all[first + (after - 1) * width];
    return from + Horizons.share(after, ahead) * (to - from);
  }
}
