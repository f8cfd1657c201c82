package org.saccade.offload.predict;

import java.util.Arrays;

/**
 * Ours. Turn and movement are ridge autoregression plus what a small network adds, in units of how
 * far the head would get at its present speed: the network sees shapes of movements, so it can bend
 * the line for people who brake, but cannot invent a movement where there is none. Gaze is a
 * network's alone, taught to be inside the fovea more often rather than to be right on average.
 * Some ten microseconds for each new sample; further horizons of one sample are free. One thread.
 */
public final class TrainedPredictor implements Predictor {
  /** Units in a layer of the head's network. */
  public static final int HEAD_HIDDEN = 40;

  /** The same of the gaze's. */
  public static final int GAZE_HIDDEN = 32;

  private final LinearMap turn;
  private final LinearMap move;
  private final Network headNetwork;
  private final Network gazeNetwork;
  private final float[] turns = new float[3 * Horizons.COUNT];
  private final float[] moves = new float[3 * Horizons.COUNT];
  private final float[] additions = new float[HeadFeatures.OUTPUTS];
  private final float[] gazes = new float[GazeFeatures.OUTPUTS];
  private long headVersion = -1;
  private long gazeVersion = -1;

  public TrainedPredictor(
      LinearMap turn, LinearMap move, Network headNetwork, Network gazeNetwork) {
    this.turn = turn;
    this.move = move;
    this.headNetwork = headNetwork;
    this.gazeNetwork = gazeNetwork;
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public void predictHead(Situation seen, double ahead, Displacement out) {
    if (headVersion != seen.history().version()) {
      headVersion = seen.history().version();
      runHead(seen.head());
    }
    for (int k = 0; k < 3; k++) {
      out.turn[k] = RidgePredictor.between(turns, k, 3, ahead);
      out.move[k] = RidgePredictor.between(moves, k, 3, ahead);
    }
  }

  @Override
  public void predictGaze(Situation seen, double ahead, Displacement out) {
    if (gazeVersion != seen.history().version()) {
      gazeVersion = seen.history().version();
      gazeNetwork.run(seen.gaze().inputs(), gazes);
    }
    out.gazeYaw = RidgePredictor.between(gazes, 0, 2, ahead);
    out.gazePitch = RidgePredictor.between(gazes, 1, 2, ahead);
  }

  private void runHead(HeadFeatures head) {
    Arrays.fill(turns, 0);
    Arrays.fill(moves, 0);
    turn.addTo(head.turns(), turns);
    move.addTo(head.moves(), moves);
    headNetwork.run(head.inputs(), additions);
    for (int h = 0; h < Horizons.COUNT; h++) {
      float turnScale = (float) (head.turnScale() * Horizons.seconds(h));
      float moveScale = (float) (head.moveScale() * Horizons.seconds(h));
      for (int k = 0; k < 3; k++) {
        turns[3 * h + k] += turnScale * additions[6 * h + k];
        moves[3 * h + k] += moveScale * additions[6 * h + 3 + k];
      }
    }
  }
}
