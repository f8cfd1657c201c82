package org.saccade.offload.predict;

/** Expects everything to stay where it was last seen. */
public final class HoldPredictor implements Predictor {
  @Override
  public String name() {
    return "hold";
  }

  @Override
  public void predictHead(Situation seen, double ahead, Displacement out) {
    out.clear();
  }

  @Override
  public void predictGaze(Situation seen, double ahead, Displacement out) {
    out.clear();
  }
}
