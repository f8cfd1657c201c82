package org.saccade.offload.predict.train;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.saccade.offload.predict.Network;

/**
 * Trains a {@link Network} by Adam (Kingma and Ba 2015) on small batches, with a rate that falls to
 * nothing. Half of the rows are shown in the mirror, for people turn left as they turn right. The
 * same seed gives the same weights. One thread.
 */
final class NetworkTraining {
  private static final int BATCH = 128;
  private static final float RATE = 2.5e-3f;
  private static final float DECAY = 1e-5f;
  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;
  private static final float TINY = 1e-8f;

  /** The first outputs are near nothing: training begins at what is there without the network. */
  private static final float LAST_LAYER = 0.05f;

  private final int inputs;
  private final int hidden;
  private final int outputs;
  private final int[] begins;
  private final float[] parameters;
  private final float[] gradient;
  private final float[] mean;
  private final float[] square;
  private final float[] input;
  private final float[] first;
  private final float[] second;
  private final float[] output;
  private final float[] outputPull;
  private final float[] secondPull;
  private final float[] firstPull;
  private long steps;

  /** How bad an output is for an example. */
  interface Loss {
    /** Writes the slope of the loss for each output. */
    void slope(int row, float[] output, float[] slope);
  }

  /** Signs of inputs and outputs in the mirror. */
  interface Mirror {
    float input(int index);

    float output(int index);
  }

  NetworkTraining(int inputs, int hidden, int outputs) {
    this.inputs = inputs;
    this.hidden = hidden;
    this.outputs = outputs;
    int one = 2 * inputs;
    int two = one + hidden * (1 + inputs);
    begins = new int[] {one, two, two + hidden * (1 + hidden)};
    int size = Network.size(inputs, hidden, outputs);
    parameters = new float[size];
    gradient = new float[size];
    mean = new float[size];
    square = new float[size];
    input = new float[inputs];
    first = new float[hidden];
    second = new float[hidden];
    output = new float[outputs];
    outputPull = new float[outputs];
    secondPull = new float[hidden];
    firstPull = new float[hidden];
  }

  /** The trained network. */
  Network train(Rows rows, int epochs, long seed, Loss loss, Mirror mirror, Watch watch) {
    var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    begin(rows, chance, mirror);
    int count = rows.count();
    var order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    long all = Math.max(1, (long) epochs * (count / BATCH));
    for (int epoch = 0; epoch < epochs; epoch++) {
      watch.check();
      shuffle(order, chance);
      for (int from = 0; from + BATCH <= count; from += BATCH) {
        for (int i = from; i < from + BATCH; i++) {
          learn(rows, order[i], chance.nextBoolean(), loss, mirror);
        }
        step(RATE * (1 - (float) steps / all));
      }
    }
    return new Network(inputs, hidden, outputs, parameters);
  }

  private void begin(Rows rows, RandomGenerator chance, Mirror mirror) {
    for (int i = 0; i < inputs; i++) {
      double sum = 0;
      double squares = 0;
      for (int row = 0; row < rows.count(); row++) {
        double value = rows.values()[row * inputs + i];
        sum += value;
        squares += value * value;
      }
      int count = Math.max(1, rows.count());
      // what changes sign in the mirror has its middle at 0
      double middle = mirror.input(i) < 0 ? 0 : sum / count;
      double spread = Math.sqrt(Math.max(0, squares / count - middle * middle));
      parameters[i] = (float) middle;
      parameters[inputs + i] = spread > 1e-6 ? (float) (1 / spread) : 0;
    }
    int[] rowsOf = {inputs, hidden, hidden};
    int[] columns = {hidden, hidden, outputs};
    for (int layer = 0; layer < 3; layer++) {
      float scale = (layer == 2 ? LAST_LAYER : 1) / (float) Math.sqrt(rowsOf[layer]);
      int at = begins[layer] + columns[layer];
      for (int i = 0; i < rowsOf[layer] * columns[layer]; i++) {
        parameters[at + i] = scale * (float) chance.nextGaussian();
      }
    }
  }

  private static void shuffle(int[] order, RandomGenerator chance) {
    for (int i = order.length - 1; i > 0; i--) {
      int k = chance.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[k];
      order[k] = kept;
    }
  }

  private void learn(Rows rows, int row, boolean isMirrored, Loss loss, Mirror mirror) {
    for (int i = 0; i < inputs; i++) {
      float value = rows.values()[row * inputs + i];
      float shown = isMirrored ? value * mirror.input(i) : value;
      input[i] = Network.normalised(shown, parameters[i], parameters[inputs + i]);
    }
    forward(begins[0], input, first);
    answer(first);
    forward(begins[1], first, second);
    answer(second);
    forward(begins[2], second, output);
    if (isMirrored) {
      mirror(output, mirror);
    }
    loss.slope(row, output, outputPull);
    if (isMirrored) {
      mirror(outputPull, mirror);
    }
    backward(begins[2], second, outputPull, secondPull);
    unanswer(second, secondPull);
    backward(begins[1], first, secondPull, firstPull);
    unanswer(first, firstPull);
    backward(begins[0], input, firstPull, new float[0]);
  }

  private static void mirror(float[] values, Mirror mirror) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= mirror.output(i);
    }
  }

  private void forward(int at, float[] from, float[] to) {
    System.arraycopy(parameters, at, to, 0, to.length);
    int row = at + to.length;
    for (float value : from) {
      for (int o = 0; o < to.length; o++) {
        to[o] += value * parameters[row + o];
      }
      row += to.length;
    }
  }

  private static void answer(float[] units) {
    for (int i = 0; i < units.length; i++) {
      units[i] = Network.answer(units[i]);
    }
  }

  /** The slope of x / sqrt(1 + x^2), by its value. */
  private static void unanswer(float[] units, float[] pull) {
    for (int i = 0; i < units.length; i++) {
      float rest = 1 - units[i] * units[i];
      pull[i] *= rest * (float) Math.sqrt(rest);
    }
  }

  private void backward(int at, float[] from, float[] pull, float[] back) {
    for (int o = 0; o < pull.length; o++) {
      gradient[at + o] += pull[o];
    }
    int row = at + pull.length;
    for (int i = 0; i < from.length; i++) {
      float value = from[i];
      for (int o = 0; o < pull.length; o++) {
        gradient[row + o] += value * pull[o];
      }
      if (back.length > 0) {
        float sum = 0;
        for (int o = 0; o < pull.length; o++) {
          sum += parameters[row + o] * pull[o];
        }
        back[i] = sum;
      }
      row += pull.length;
    }
  }

  private void step(float rate) {
    steps++;
    float firstShare = 1 - (float) StrictMath.pow(FIRST, (double) steps);
    float secondShare = 1 - (float) StrictMath.pow(SECOND, (double) steps);
    for (int i = begins[0]; i < parameters.length; i++) {
      float slope = gradient[i] / BATCH + DECAY * parameters[i];
      gradient[i] = 0;
      mean[i] = FIRST * mean[i] + (1 - FIRST) * slope;
      square[i] = SECOND * square[i] + (1 - SECOND) * slope * slope;
      parameters[i] -=
          rate * (mean[i] / firstShare) / ((float) Math.sqrt(square[i] / secondShare) + TINY);
    }
  }
}
