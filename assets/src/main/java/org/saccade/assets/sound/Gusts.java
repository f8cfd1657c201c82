package org.saccade.assets.sound;

import java.util.function.DoubleUnaryOperator;
import org.saccade.assets.mesh.Chance;

/**
 * How something comes and goes over one round of a loop: waves that fit into it, so that the round
 * closes.
 */
final class Gusts {
  private static final double TAU = 2 * StrictMath.PI;

  private Gusts() {}

  /**
   * Between {@code least} and 1, with swells of at most {@code fastest} a round.
   *
   * @param fastest waves a round, 2 or more
   */
  static DoubleUnaryOperator of(Chance chance, int fastest, double least) {
    int count = 5;
    double[] waves = new double[count];
    double[] phases = new double[count];
    for (int i = 0; i < count; i++) {
      waves[i] = 1 + chance.below(fastest);
      phases[i] = chance.between(0, TAU);
    }
    return turn -> {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += StrictMath.sin(TAU * waves[i] * turn + phases[i]) / count;
      }
      double high = Math.clamp(0.5 + 0.9 * sum, 0, 1);
      return least + (1 - least) * high * high * (3 - 2 * high);
    };
  }
}
