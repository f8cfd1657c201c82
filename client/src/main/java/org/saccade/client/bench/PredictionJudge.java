package org.saccade.client.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.joml.Quaterniond;
import org.joml.Vector3d;
import org.saccade.client.bench.PersonErrors.Given;
import org.saccade.offload.predict.Calibration;
import org.saccade.offload.predict.Forecaster;
import org.saccade.offload.predict.HoldPredictor;
import org.saccade.offload.predict.KalmanPredictor;
import org.saccade.offload.predict.Parameters;
import org.saccade.offload.predict.Predictor;
import org.saccade.offload.predict.Quantity;
import org.saccade.offload.predict.VelocityPredictor;
import org.saccade.offload.predict.train.CalibrationFit;
import org.saccade.offload.predict.train.Errors;
import org.saccade.offload.predict.train.Recording;
import org.saccade.offload.predict.train.Watch;

/**
 * Shows recordings to every predictor, sample by sample as a frame would, and writes down how far
 * off each was. Owned by one thread.
 */
final class PredictionJudge {
  private static final int MOST_TO_CALIBRATE = 12;
  private static final int FIRST_ROW = 5;
  private static final double CLOSEST = 0.015;

  private final Parameters parameters;
  private final List<Calibration> calibrations;
  private final long seed;
  private final Watch watch;
  private final Vector3d position = new Vector3d();
  private final Quaterniond orientation = new Quaterniond();

  /**
   * @param others whom the baselines' uncertainty is measured on
   */
  PredictionJudge(Parameters parameters, List<Recording> others, long seed, Watch watch) {
    this.parameters = parameters;
    this.seed = seed;
    this.watch = watch;
    var some = new ArrayList<Recording>();
    int stride = Math.max(1, others.size() / MOST_TO_CALIBRATE);
    for (int i = 0; i < others.size(); i += stride) {
      some.add(others.get(i));
    }
    calibrations = new ArrayList<>();
    for (var predictor : predictors()) {
      watch.check();
      boolean isOurs = calibrations.size() == PersonErrors.OURS;
      calibrations.add(
          isOurs ? parameters.calibration() : CalibrationFit.fit(predictor, some, seed));
    }
  }

  private List<Predictor> predictors() {
    return List.of(
        new HoldPredictor(),
        new VelocityPredictor(),
        new KalmanPredictor(),
        parameters.ridge(),
        parameters.predictor());
  }

  /** Adds the errors on a recording, with all samples and with half of them lost. */
  void judge(Recording recording, PersonErrors into) {
    for (var given : Given.values()) {
      double lost = given == Given.HALF_MISSING ? 0.5 : 0;
      var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + 17);
      var kept = recording.kept(lost, chance);
      var predictors = predictors();
      for (int p = 0; p < predictors.size(); p++) {
        watch.check();
        var forecaster = new Forecaster(predictors.get(p), calibrations.get(p));
        follow(recording, kept, forecaster, new Place(into, given, p, recording.isMoving()));
      }
    }
  }

  /** Where errors belong; those of a head that cannot move are none. */
  private record Place(PersonErrors into, Given given, int predictor, boolean isMoving) {
    ErrorSeries of(Quantity quantity, int horizon) {
      return into.of(given, predictor, quantity, horizon);
    }
  }

  private void follow(Recording recording, boolean[] kept, Forecaster forecaster, Place place) {
    double last = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < recording.size(); row++) {
      if (!kept[row]) {
        continue;
      }
      recording.show(row, forecaster);
      if (row >= FIRST_ROW && recording.seconds(row) - last >= CLOSEST) {
        last = recording.seconds(row);
        for (int h = 0; h < PersonErrors.HORIZONS.size(); h++) {
          compare(recording, last + PersonErrors.HORIZONS.get(h), forecaster, place, h);
        }
      }
    }
  }

  private void compare(Recording recording, double at, Forecaster forecaster, Place place, int h) {
    long nanos = Math.round(at * 1e9);
    var head = forecaster.head(nanos);
    if (head != null && recording.truth(at, position, orientation)) {
      place
          .of(Quantity.TURN, h)
          .add(
              Math.toDegrees(Errors.angle(head.orientation(), orientation)),
              Math.toDegrees(head.angleErrorRadians()),
              Math.toDegrees(head.angleWithinRadians()));
      if (place.isMoving()) {
        place
            .of(Quantity.MOVE, h)
            .add(
                1000 * head.position().distance(position),
                1000 * head.positionErrorMetres(),
                1000 * head.positionWithinMetres());
      }
    }
    var gaze = forecaster.gaze(nanos);
    if (gaze != null && recording.truth(at, position)) {
      place
          .of(Quantity.GAZE, h)
          .add(
              Math.toDegrees(Errors.angle(gaze.direction(), position)),
              Math.toDegrees(gaze.errorRadians()),
              Math.toDegrees(gaze.withinRadians()));
    }
  }
}
