package org.saccade.offload.predict;

/**
 * A small network of two hidden layers: inputs are shifted, scaled and clipped, so that nothing it
 * is given can drive it further than what it was trained on; units answer x / sqrt(1 + x^2).
 * Weights are immutable and may be shared; one instance belongs to one thread, for it keeps its
 * layers.
 */
public final class Network {
  private static final float CLIP = 4;

  private final int inputs;
  private final int hidden;
  private final int outputs;
  private final float[] parameters;
  private final float[] input;
  private final float[] first;
  private final float[] second;

  /** Parameters in the order of {@link #size}; the array is taken over. */
  public Network(int inputs, int hidden, int outputs, float[] parameters) {
    if (parameters.length != size(inputs, hidden, outputs)) {
      throw new IllegalArgumentException(
          "%d parameters for %d, %d, %d".formatted(parameters.length, inputs, hidden, outputs));
    }
    this.inputs = inputs;
    this.hidden = hidden;
    this.outputs = outputs;
    this.parameters = parameters;
    input = new float[inputs];
    first = new float[hidden];
    second = new float[hidden];
  }

  /**
   * How many parameters there are: shifts, scales, then for each layer biases and the weights of
   * its first input for all units, of its second, and so on.
   */
  public static int size(int inputs, int hidden, int outputs) {
    return 2 * inputs + hidden * (1 + inputs) + hidden * (1 + hidden) + outputs * (1 + hidden);
  }

  /** The input as the first layer sees it. */
  public static float normalised(float value, float shift, float scale) {
    float at = (value - shift) * scale;
    // a value that is not a number says nothing
    return at >= -CLIP ? Math.min(at, CLIP) : at < -CLIP ? -CLIP : 0;
  }

  /** What a unit answers. */
  public static float answer(float sum) {
    return sum / (float) Math.sqrt(1 + sum * sum);
  }

  /** Writes the outputs for {@code in}. */
  public void run(float[] in, float[] out) {
    for (int i = 0; i < inputs; i++) {
      input[i] = normalised(in[i], parameters[i], parameters[inputs + i]);
    }
    int at = layer(2 * inputs, input, inputs, first, hidden);
    answerAll(first);
    at = layer(at, first, hidden, second, hidden);
    answerAll(second);
    layer(at, second, hidden, out, outputs);
  }

  private int layer(int at, float[] from, int rows, float[] to, int columns) {
    System.arraycopy(parameters, at, to, 0, columns);
    int row = at + columns;
    for (int i = 0; i < rows; i++) {
      float value = from[i];
      for (int o = 0; o < columns; o++) {
        to[o] += value * parameters[row + o];
      }
      row += columns;
    }
    return row;
  }

  private void answerAll(float[] units) {
    for (int i = 0; i < hidden; i++) {
      units[i] = answer(units[i]);
    }
  }

  /** The same weights for another thread. */
  Network copy() {
    return new Network(inputs, hidden, outputs, parameters);
  }

  float[] parameters() {
    return parameters.clone();
  }
}
