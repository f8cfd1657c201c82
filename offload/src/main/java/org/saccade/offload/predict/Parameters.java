package org.saccade.offload.predict;

/**
 * All that training found, and for whom: the predictor's numbers and its calibration. Immutable.
 *
 * @param provenance what it was trained on, its licences, and the command, for people
 * @param turn lagged turns to turns
 * @param move lagged movements to movements
 * @param gaze lagged gaze to gaze: the ridge baseline's, for comparison
 * @param head what is added to turn and movement
 * @param eyes gaze
 */
public record Parameters(
    String provenance,
    LinearMap turn,
    LinearMap move,
    LinearMap gaze,
    Network head,
    Network eyes,
    Calibration calibration) {
  /** A predictor of its own for one thread. */
  public TrainedPredictor predictor() {
    return new TrainedPredictor(turn, move, head.copy(), eyes.copy());
  }

  /** The ridge baseline among them. */
  public RidgePredictor ridge() {
    return new RidgePredictor(turn, move, gaze);
  }
}
