package org.saccade.offload.predict.train;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.joml.Quaterniond;
import org.joml.Vector3d;
import org.saccade.offload.predict.Calibration;
import org.saccade.offload.predict.Forecaster;
import org.saccade.offload.predict.Horizons;
import org.saccade.offload.predict.Predictor;
import org.saccade.offload.predict.Quantity;
import org.saccade.offload.predict.ShippedParameters;

/** Measures how far off a predictor is, on people it was not trained on. One thread. */
public final class CalibrationFit {
  private static final double CLOSEST = 0.04;
  private static final double MOST = 2_000;
  private static final double[] LOST = {0, 0.5};

  /** Errors below this count as this: 0.006 degrees, 0.1 mm. */
  private static final double LEAST = 1e-4;

  private final Predictor predictor;
  private final Rows[] facts;
  private final Rows[] logarithms;
  private final double[] fact = new double[Calibration.FACTS];
  private final Vector3d position = new Vector3d();
  private final Quaterniond orientation = new Quaterniond();

  private CalibrationFit(Predictor predictor) {
    this.predictor = predictor;
    int all = Quantity.values().length * Horizons.COUNT;
    facts = new Rows[all];
    logarithms = new Rows[all];
    for (int i = 0; i < all; i++) {
      facts[i] = new Rows(Calibration.FACTS);
      logarithms[i] = new Rows(1);
    }
  }

  /** The calibration of a predictor by its errors on recordings. */
  public static Calibration fit(Predictor predictor, List<Recording> recordings, long seed) {
    var fit = new CalibrationFit(predictor);
    var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (double lost : LOST) {
      for (var recording : recordings) {
        fit.follow(recording, lost, chance);
      }
    }
    return fit.solve();
  }

  private void follow(Recording recording, double lost, RandomGenerator chance) {
    var kept = recording.kept(lost, chance);
    var forecaster = new Forecaster(predictor, ShippedParameters.rough());
    boolean isMoving = recording.isMoving();
    double spacing = Math.max(CLOSEST, recording.duration() / MOST);
    double next = 0;
    for (int row = 0; row < recording.size(); row++) {
      if (!kept[row]) {
        continue;
      }
      recording.show(row, forecaster);
      double now = recording.seconds(row) - recording.seconds(0);
      if (row >= 2 && now >= next) {
        next = now + spacing;
        for (int h = 0; h < Horizons.COUNT; h++) {
          compare(recording, row, forecaster, h, isMoving);
        }
      }
    }
  }

  private void compare(
      Recording recording, int row, Forecaster forecaster, int h, boolean isMoving) {
    double at = recording.seconds(row) + Horizons.seconds(h);
    var head = forecaster.head(Math.round(at * 1e9));
    if (head != null && recording.truth(at, position, orientation)) {
      add(Quantity.TURN, forecaster, h, Errors.angle(head.orientation(), orientation));
      if (isMoving) {
        add(Quantity.MOVE, forecaster, h, head.position().distance(position));
      }
    }
    var gaze = forecaster.gaze(Math.round(at * 1e9));
    if (gaze != null
        && forecaster.situation().isGazeOf(recording.nanos(row))
        && recording.truth(at, position)) {
      add(Quantity.GAZE, forecaster, h, Errors.angle(gaze.direction(), position));
    }
  }

  private void add(Quantity quantity, Forecaster forecaster, int h, double error) {
    Calibration.facts(quantity, forecaster.situation(), fact);
    int index = quantity.index() * Horizons.COUNT + h;
    int at = facts[index].add();
    for (int i = 0; i < Calibration.FACTS; i++) {
      facts[index].values()[at + i] = (float) fact[i];
    }
    logarithms[index].add(new float[] {(float) Math.log(error + LEAST)});
  }

  private Calibration solve() {
    var rough = ShippedParameters.roughNumbers();
    for (var quantity : Quantity.values()) {
      for (int h = 0; h < Horizons.COUNT; h++) {
        int index = quantity.index() * Horizons.COUNT + h;
        if (facts[index].count() >= 100) {
          solve(facts[index], logarithms[index], rough, Calibration.row(quantity, h));
        }
      }
    }
    return new Calibration(rough);
  }

  private static void solve(Rows facts, Rows logarithms, float[] numbers, int row) {
    var weights = RidgeFit.weights(facts, logarithms);
    System.arraycopy(weights, 0, numbers, row, Calibration.FACTS);
    var ratios = new double[facts.count()];
    var fact = new double[Calibration.FACTS];
    for (int i = 0; i < ratios.length; i++) {
      for (int k = 0; k < fact.length; k++) {
        fact[k] = facts.values()[i * fact.length + k];
      }
      ratios[i] = Math.exp(logarithms.values()[i]) / Calibration.usual(numbers, row, fact);
    }
    Arrays.sort(ratios);
    for (int level = 0; level < Calibration.LEVELS; level++) {
      int at =
          (int) Math.min(ratios.length - 1, Math.ceil(Calibration.share(level) * ratios.length));
      numbers[row + Calibration.FACTS + level] = (float) ratios[at];
    }
  }
}
