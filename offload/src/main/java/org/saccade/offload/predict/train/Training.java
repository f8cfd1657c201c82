package org.saccade.offload.predict.train;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.saccade.offload.predict.Calibration;
import org.saccade.offload.predict.GazeFeatures;
import org.saccade.offload.predict.HeadFeatures;
import org.saccade.offload.predict.Horizons;
import org.saccade.offload.predict.LinearMap;
import org.saccade.offload.predict.Network;
import org.saccade.offload.predict.Parameters;
import org.saccade.offload.predict.ShippedParameters;
import org.saccade.offload.predict.TrainedPredictor;

/**
 * Finds parameters from recordings: first with a third of the people left out, on whom the
 * uncertainty is then measured, then with all of them. Pure; the same seed gives the same numbers.
 * One thread.
 */
public final class Training {
  private static final int HEAD_EPOCHS = 12;
  private static final int GAZE_EPOCHS = 6;
  private static final int CALIBRATION_SHARE = 3;

  private final long seed;
  private final Watch watch;

  public Training(long seed, Watch watch) {
    this.seed = seed;
    this.watch = watch;
  }

  /** The parameters, and the calibration of the ridge baseline among them. */
  public record Trained(Parameters parameters, Calibration ridge) {}

  /** Trains on all of the recordings. */
  public Trained train(List<Recording> recordings, String provenance) {
    var learning = new ArrayList<Recording>();
    var judging = new ArrayList<Recording>();
    var people =
        new ArrayList<>(new TreeSet<>(recordings.stream().map(Recording::person).toList()));
    for (var recording : recordings) {
      boolean isJudge = people.indexOf(recording.person()) % CALIBRATION_SHARE == 1;
      (isJudge ? judging : learning).add(recording);
    }
    if (judging.isEmpty()) {
      judging.addAll(learning); // one person alone: better than nothing
    }
    var rough = ShippedParameters.rough();
    var early = parameters(learning, provenance, rough);
    var ours = CalibrationFit.fit(early.predictor(), judging, seed);
    var ridge = CalibrationFit.fit(early.ridge(), judging, seed);
    return new Trained(parameters(recordings, provenance, ours), ridge);
  }

  private Parameters parameters(
      List<Recording> recordings, String provenance, Calibration calibration) {
    watch.check();
    var examples = Examples.of(recordings, seed);
    var heads = examples.heads;
    var turn = RidgeFit.fit(heads.turns, HeadFeatures.TURNS, heads.targets, columns(0));
    var move = RidgeFit.fit(heads.moves, HeadFeatures.MOVES, heads.targets, columns(3));
    var gazes = examples.gazes;
    var all = new int[GazeFeatures.OUTPUTS];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    var gaze = RidgeFit.fit(gazes.inputs, GazeFeatures.LAGS, gazes.targets, all);
    return new Parameters(
        provenance, turn, move, gaze, head(heads, turn, move), eyes(gazes), calibration);
  }

  private static int[] columns(int first) {
    var columns = new int[3 * Horizons.COUNT];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = 6 * (i / 3) + first + i % 3;
    }
    return columns;
  }

  private Network head(HeadExamples heads, LinearMap turn, LinearMap move) {
    var training =
        new NetworkTraining(
            HeadFeatures.INPUTS, TrainedPredictor.HEAD_HIDDEN, HeadFeatures.OUTPUTS);
    var mirror =
        new NetworkTraining.Mirror() {
          @Override
          public float input(int index) {
            return HeadFeatures.mirrored(index);
          }

          @Override
          public float output(int index) {
            return HeadFeatures.mirroredOutput(index);
          }
        };
    var loss = new HeadLoss(heads, turn, move);
    return training.train(heads.inputs, HEAD_EPOCHS, seed, loss, mirror, watch);
  }

  private Network eyes(GazeExamples gazes) {
    if (gazes.count() == 0) {
      return ShippedParameters.stillEyes();
    }
    var training =
        new NetworkTraining(
            GazeFeatures.INPUTS, TrainedPredictor.GAZE_HIDDEN, GazeFeatures.OUTPUTS);
    var mirror =
        new NetworkTraining.Mirror() {
          @Override
          public float input(int index) {
            return GazeFeatures.mirrored(index);
          }

          @Override
          public float output(int index) {
            return GazeFeatures.mirroredOutput(index);
          }
        };
    return training.train(gazes.inputs, GAZE_EPOCHS, seed, new GazeLoss(gazes), mirror, watch);
  }
}
