package org.saccade.offload.predict;

/**
 * A matrix from lagged displacements to those of every horizon, without a constant: who stands
 * still is expected to stand still. Immutable.
 */
public final class LinearMap {
  private final int inputs;
  private final int outputs;
  private final float[] weights;

  /** Weights of input 0 for all outputs first; the array is taken over. */
  public LinearMap(int inputs, int outputs, float[] weights) {
    if (weights.length != inputs * outputs) {
      throw new IllegalArgumentException(
          "%d weights for %d x %d".formatted(weights.length, inputs, outputs));
    }
    this.inputs = inputs;
    this.outputs = outputs;
    this.weights = weights;
  }

  /** Adds the outputs for {@code in} to {@code out}. */
  public void addTo(float[] in, float[] out) {
    for (int i = 0; i < inputs; i++) {
      float value = in[i];
      int row = i * outputs;
      for (int o = 0; o < outputs; o++) {
        out[o] += value * weights[row + o];
      }
    }
  }

  float[] weights() {
    return weights.clone();
  }
}
