package org.saccade.offload.predict;

import java.io.IOException;
import java.util.Arrays;

/**
 * The parameters that come with the program, read once. Should they be damaged, prediction goes on
 * with a plain one that holds still, and {@link #problem} says so.
 */
public final class ShippedParameters {
  private static final String RESOURCE = "parameters.bin";

  private static final class Loaded {
    static final Loaded ONCE = load();

    final Parameters parameters;
    final String problem;

    Loaded(Parameters parameters, String problem) {
      this.parameters = parameters;
      this.problem = problem;
    }

    private static Loaded load() {
      try (var stream = ShippedParameters.class.getResourceAsStream(RESOURCE)) {
        if (stream == null) {
          return new Loaded(still(), "the prediction parameters are missing from the program");
        }
        return new Loaded(ParameterFile.read(stream.readAllBytes()), "");
      } catch (ParameterException | IOException unusable) {
        return new Loaded(still(), "the prediction parameter file " + unusable.getMessage());
      }
    }
  }

  private ShippedParameters() {}

  /** The parameters, or ones that expect everything to stay. */
  public static Parameters get() {
    return Loaded.ONCE.parameters;
  }

  /** Why they could not be used, or the empty text. */
  public static String problem() {
    return Loaded.ONCE.problem;
  }

  /** Expects everything to stay where it is, and to be off by as much as people usually move. */
  static Parameters still() {
    int turns = 3 * Horizons.COUNT;
    return new Parameters(
        "none: everything is expected to stay",
        new LinearMap(HeadFeatures.TURNS, turns, new float[HeadFeatures.TURNS * turns]),
        new LinearMap(HeadFeatures.MOVES, turns, new float[HeadFeatures.MOVES * turns]),
        new LinearMap(
            GazeFeatures.LAGS,
            GazeFeatures.OUTPUTS,
            new float[GazeFeatures.LAGS * GazeFeatures.OUTPUTS]),
        network(HeadFeatures.INPUTS, TrainedPredictor.HEAD_HIDDEN, HeadFeatures.OUTPUTS),
        stillEyes(),
        rough());
  }

  private static Network network(int inputs, int hidden, int outputs) {
    return new Network(inputs, hidden, outputs, new float[Network.size(inputs, hidden, outputs)]);
  }

  /** Nobody's eyes known: gaze is held. */
  public static Network stillEyes() {
    return network(GazeFeatures.INPUTS, TrainedPredictor.GAZE_HIDDEN, GazeFeatures.OUTPUTS);
  }

  /** Uncertainty before any was measured. */
  public static Calibration rough() {
    return new Calibration(roughNumbers());
  }

  /** The same as numbers to begin from. */
  public static float[] roughNumbers() {
    var numbers = new float[Calibration.SIZE];
    double[] speeds = {0.4, 0.25, 0.8}; // radians, metres and radians a second: usual ones
    for (var quantity : Quantity.values()) {
      for (int h = 0; h < Horizons.COUNT; h++) {
        int row = Calibration.row(quantity, h);
        numbers[row] = (float) Math.log(speeds[quantity.index()] * Horizons.seconds(h));
        Arrays.fill(numbers, row + Calibration.FACTS, row + Calibration.FACTS + 2, 1);
        Arrays.fill(
            numbers, row + Calibration.FACTS + 2, row + Calibration.FACTS + Calibration.LEVELS, 3);
      }
    }
    return numbers;
  }
}
