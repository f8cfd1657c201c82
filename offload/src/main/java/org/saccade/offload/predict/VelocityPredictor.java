package org.saccade.offload.predict;

/** Expects everything to go on as fast as between the last two samples. */
public final class VelocityPredictor implements Predictor {
  private final double[] vector = new double[4];

  @Override
  public String name() {
    return "velocity";
  }

  @Override
  public void predictHead(Situation seen, double ahead, Displacement out) {
    out.clear();
    var history = seen.history();
    double step = history.headInterval();
    if (!(step > 0)) {
      return;
    }
    history.turnSince(step, vector);
    scale(vector, -ahead / step, out.turn);
    history.moveSince(step, vector);
    scale(vector, -ahead / step, out.move);
  }

  @Override
  public void predictGaze(Situation seen, double ahead, Displacement out) {
    out.clear();
    var history = seen.history();
    double step = history.gazeInterval();
    if (step > 0) {
      history.gazeSince(step, vector);
      out.gazeYaw = -vector[0] * ahead / step;
      out.gazePitch = -vector[1] * ahead / step;
    }
  }

  private static void scale(double[] from, double factor, double[] to) {
    for (int k = 0; k < 3; k++) {
      to[k] = from[k] * factor;
    }
  }
}
