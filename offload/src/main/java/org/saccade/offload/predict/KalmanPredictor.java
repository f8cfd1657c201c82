package org.saccade.offload.predict;

/**
 * The usual Kalman filter: every axis has a place and a speed that white noise of acceleration
 * disturbs, and is measured with noise. It is run anew over the newest samples, so that it has no
 * state but the history; the axes share their gains.
 */
public final class KalmanPredictor implements Predictor {
  private static final int SAMPLES = 24;
  private static final double WINDOW = 0.4;

  /** Spectral density of acceleration over variance of measuring, 1/s^3: by trial on walks. */
  private static final double HEAD_RATIO = 3e6;

  private static final double GAZE_RATIO = 3e5;

  private final Filter filter = new Filter();
  private final double[] measured = new double[4];

  /** One filter over three axes; variances are in units of that of measuring. */
  private static final class Filter {
    private final double[] place = new double[3];
    private final double[] speed = new double[3];
    private double placeVariance;
    private double covariance;
    private double speedVariance;

    void begin(double[] at) {
      for (int k = 0; k < 3; k++) {
        place[k] = at[k];
        speed[k] = 0;
      }
      placeVariance = 1;
      covariance = 0;
      speedVariance = 1e8;
    }

    void step(double seconds, double ratio, double[] at) {
      double squared = seconds * seconds;
      placeVariance +=
          seconds * (2 * covariance + seconds * speedVariance) + ratio * squared * seconds / 3;
      covariance += seconds * speedVariance + ratio * squared / 2;
      speedVariance += ratio * seconds;
      double gain = placeVariance / (placeVariance + 1);
      double speedGain = covariance / (placeVariance + 1);
      for (int k = 0; k < 3; k++) {
        place[k] += seconds * speed[k];
        double surprise = at[k] - place[k];
        place[k] += gain * surprise;
        speed[k] += speedGain * surprise;
      }
      speedVariance -= speedGain * covariance;
      covariance -= gain * covariance;
      placeVariance -= gain * placeVariance;
    }

    void write(double ahead, double[] out) {
      for (int k = 0; k < 3; k++) {
        out[k] = place[k] + ahead * speed[k];
      }
    }
  }

  @Override
  public String name() {
    return "kalman";
  }

  @Override
  public void predictHead(Situation seen, double ahead, Displacement out) {
    out.clear();
    var history = seen.history();
    int first = first(history.headCount(), history::headAge);
    double before = history.headAge(first);
    history.turnSince(before, measured);
    filter.begin(measured);
    for (int back = first - 1; back >= 0; back--) {
      double age = history.headAge(back);
      history.turnSince(age, measured);
      filter.step(before - age, HEAD_RATIO, measured);
      before = age;
    }
    filter.write(ahead, out.turn);
    before = history.headAge(first);
    history.moveSince(before, measured);
    filter.begin(measured);
    for (int back = first - 1; back >= 0; back--) {
      double age = history.headAge(back);
      history.moveSince(age, measured);
      filter.step(before - age, HEAD_RATIO, measured);
      before = age;
    }
    filter.write(ahead, out.move);
  }

  @Override
  public void predictGaze(Situation seen, double ahead, Displacement out) {
    out.clear();
    var history = seen.history();
    int first = first(history.gazeCount(), history::gazeAge);
    measured[2] = 0;
    double before = history.gazeAge(first);
    history.gazeSince(before, measured);
    filter.begin(measured);
    for (int back = first - 1; back >= 0; back--) {
      double age = history.gazeAge(back);
      history.gazeSince(age, measured);
      filter.step(before - age, GAZE_RATIO, measured);
      before = age;
    }
    filter.write(ahead, measured);
    out.gazeYaw = measured[0];
    out.gazePitch = measured[1];
  }

  /** The oldest sample that is looked at. */
  private static int first(int count, java.util.function.IntToDoubleFunction age) {
    int first = Math.min(count, SAMPLES) - 1;
    while (first > 0 && age.applyAsDouble(first) > WINDOW) {
      first--;
    }
    return first;
  }
}
