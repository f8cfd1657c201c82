package org.saccade.offload.predict.train;

import org.saccade.offload.predict.LinearMap;

/** Least squares with a penalty on large weights, by Cholesky's decomposition, in doubles. */
final class RidgeFit {
  /** The penalty as a share of the inputs' mean square. */
  private static final double PENALTY = 1e-4;

  private final int inputs;
  private final int outputs;
  private final double[] squares;
  private final double[] products;

  private RidgeFit(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    squares = new double[inputs * inputs];
    products = new double[inputs * outputs];
  }

  /**
   * The map from the first {@code inputs} values of rows to chosen columns of targets; rows with an
   * unknown target are left out.
   */
  static LinearMap fit(Rows from, int inputs, Rows targets, int[] columns) {
    var fit = new RidgeFit(inputs, columns.length);
    for (int row = 0; row < from.count(); row++) {
      fit.take(from.values(), row * from.width(), targets, row, columns);
    }
    return new LinearMap(inputs, columns.length, fit.solve());
  }

  private void take(float[] in, int at, Rows targets, int row, int[] columns) {
    int first = row * targets.width();
    for (int column : columns) {
      if (!Float.isFinite(targets.values()[first + column])) {
        return;
      }
    }
    for (int i = 0; i < inputs; i++) {
      double value = in[at + i];
      for (int k = 0; k <= i; k++) {
        squares[i * inputs + k] += value * in[at + k];
      }
      for (int o = 0; o < outputs; o++) {
        products[i * outputs + o] += value * targets.values()[first + columns[o]];
      }
    }
  }

  private float[] solve() {
    var scales = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      double square = squares[i * inputs + i];
      scales[i] = square > 0 ? 1 / Math.sqrt(square) : 0;
    }
    // inputs of unit mean square, so that the penalty is the same for long and short lags
    for (int i = 0; i < inputs; i++) {
      for (int k = 0; k <= i; k++) {
        squares[i * inputs + k] *= scales[i] * scales[k];
      }
      squares[i * inputs + i] = 1 + PENALTY;
      for (int o = 0; o < outputs; o++) {
        products[i * outputs + o] *= scales[i];
      }
    }
    decompose();
    substitute();
    var weights = new float[inputs * outputs];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (products[i] * scales[i / outputs]);
    }
    return weights;
  }

  /** Replaces the lower half of the squares by the factor L of L L^T. */
  private void decompose() {
    for (int i = 0; i < inputs; i++) {
      for (int k = 0; k <= i; k++) {
        double sum = squares[i * inputs + k];
        for (int j = 0; j < k; j++) {
          sum -= squares[i * inputs + j] * squares[k * inputs + j];
        }
        squares[i * inputs + k] =
            i == k ? Math.sqrt(Math.max(sum, 1e-12)) : sum / squares[k * inputs + k];
      }
    }
  }

  private void substitute() {
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        double sum = products[i * outputs + o];
        for (int k = 0; k < i; k++) {
          sum -= squares[i * inputs + k] * products[k * outputs + o];
        }
        products[i * outputs + o] = sum / squares[i * inputs + i];
      }
      for (int i = inputs - 1; i >= 0; i--) {
        double sum = products[i * outputs + o];
        for (int k = i + 1; k < inputs; k++) {
          sum -= squares[k * inputs + i] * products[k * outputs + o];
        }
        products[i * outputs + o] = sum / squares[i * inputs + i];
      }
    }
  }

  /** Small systems of {@link CalibrationFit}: the weights of {@code inputs} facts. */
  static float[] weights(Rows facts, Rows targets) {
    var fit = new RidgeFit(facts.width(), 1);
    for (int row = 0; row < facts.count(); row++) {
      fit.take(facts.values(), row * facts.width(), targets, row, new int[] {0});
    }
    return fit.solve();
  }
}
