package org.saccade.offload.predict;

/**
 * A way to expect where a head and its eyes will be. A function of the history alone, though one
 * may keep what it worked out for the same history; one thread.
 */
public sealed interface Predictor
    permits HoldPredictor, VelocityPredictor, KalmanPredictor, RidgePredictor, TrainedPredictor {
  /** A short name for reports. */
  String name();

  /** Writes turn and movement {@code ahead} seconds after the newest pose; the history has one. */
  void predictHead(Situation seen, double ahead, Displacement out);

  /** Writes the gaze's way {@code ahead} seconds after its newest sample; the history has one. */
  void predictGaze(Situation seen, double ahead, Displacement out);
}
