package org.saccade.assets.sound;

import java.util.function.DoubleUnaryOperator;
import org.saccade.assets.mesh.Chance;

/**
 * A sound being made, as a ring whose end meets its beginning: what is struck near the end rings on
 * at the beginning, and a filter goes round once to settle before it writes. So nothing clicks
 * where a loop closes, and there is no cross-fade to hear. One thread.
 *
 * <p>Only {@link StrictMath} is used beside the four operations: samples are the same everywhere.
 */
final class Ring {
  private static final double MEAN = 0.11;
  private static final double PEAK = 0.6;
  private static final double TAU = 2 * StrictMath.PI;

  /** A decay is over when it is this small. */
  private static final double SILENCE = 1e-4;

  /** Curves are slow: they are asked for this seldom, and drawn straight between. */
  private static final int STEP = 64;

  private final double[] samples;

  /** Silence, a whole number of steps long. */
  Ring(double seconds) {
    int steps = (int) (seconds * Pcm.RATE / STEP);
    samples = new double[steps * STEP];
  }

  /** Hiss: every sample a draw of its own. */
  static Ring noise(double seconds, Chance chance) {
    Ring ring = new Ring(seconds);
    for (int i = 0; i < ring.samples.length; i++) {
      ring.samples[i] = chance.between(-1, 1);
    }
    return ring;
  }

  /** A steady tone of so many waves a round, a whole number. */
  static Ring wave(double seconds, double waves, double phase) {
    Ring ring = new Ring(seconds);
    for (int i = 0; i < ring.samples.length; i++) {
      ring.samples[i] = StrictMath.sin(TAU * waves * i / ring.samples.length + phase);
    }
    return ring;
  }

  double seconds() {
    return (double) samples.length / Pcm.RATE;
  }

  /** Softens what is above {@code hertz}, 6 dB an octave. */
  Ring lowPass(double hertz) {
    double share = 1 - StrictMath.exp(-TAU * hertz / Pcm.RATE);
    double held = 0;
    for (double sample : samples) {
      held += share * (sample - held);
    }
    for (int i = 0; i < samples.length; i++) {
      held += share * (samples[i] - held);
      samples[i] = held;
    }
    return this;
  }

  /** Softens what is below {@code hertz}, 6 dB an octave. */
  Ring highPass(double hertz) {
    double share = 1 - StrictMath.exp(-TAU * hertz / Pcm.RATE);
    double held = 0;
    for (double sample : samples) {
      held += share * (sample - held);
    }
    for (int i = 0; i < samples.length; i++) {
      held += share * (samples[i] - held);
      samples[i] -= held;
    }
    return this;
  }

  /** Makes it louder and softer along a curve over one round, 0 to 1. */
  Ring times(DoubleUnaryOperator curve) {
    double before = curve.applyAsDouble(0);
    for (int from = 0; from < samples.length; from += STEP) {
      double after = curve.applyAsDouble((double) (from + STEP) / samples.length % 1);
      for (int i = 0; i < STEP; i++) {
        samples[from + i] *= before + (after - before) * i / STEP;
      }
      before = after;
    }
    return this;
  }

  /** Adds another as long as this. */
  Ring plus(Ring other, double gain) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] += gain * other.samples[i];
    }
    return this;
  }

  /** Adds what comes back from afar, so much later. */
  Ring echoed(double seconds, double gain) {
    double[] dry = samples.clone();
    int late = (int) (seconds * Pcm.RATE) % samples.length;
    for (int i = 0; i < samples.length; i++) {
      samples[(i + late) % samples.length] += gain * dry[i];
    }
    return this;
  }

  /**
   * A tone that is struck and dies away.
   *
   * @param rise seconds until it is at its loudest, about
   * @param decay seconds until it is a third as loud
   */
  record Tone(double hertz, double rise, double decay, double gain) {}

  /** Strikes a tone at {@code seconds}. */
  void strike(double seconds, Tone tone) {
    double turn = TAU * tone.hertz / Pcm.RATE;
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    double fall = StrictMath.exp(-1 / (tone.decay * Pcm.RATE));
    double start = StrictMath.exp(-1 / (tone.rise * Pcm.RATE));
    double x = 1;
    double y = 0;
    double loud = tone.gain;
    double yet = tone.gain;
    int at = (int) (seconds * Pcm.RATE);
    for (int i = 0; loud > SILENCE * tone.gain && i < samples.length; i++) {
      samples[Math.floorMod(at + i, samples.length)] += (loud - yet) * y;
      double next = x * cos - y * sin;
      y = x * sin + y * cos;
      x = next;
      loud *= fall;
      yet *= start;
    }
  }

  /**
   * A note that glides.
   *
   * @param bend how far above the straight line its middle lies, in hertz
   */
  record Glide(double from, double to, double bend, double seconds, double gain) {}

  /** Sings a note that swells and fades at {@code seconds}. */
  void sing(double seconds, Glide glide) {
    int at = (int) (seconds * Pcm.RATE);
    int length = (int) (glide.seconds * Pcm.RATE);
    double phase = 0;
    for (int i = 0; i < length; i++) {
      double t = (double) i / length;
      double swell = StrictMath.sin(StrictMath.PI * t);
      double hertz = glide.from + (glide.to - glide.from) * t + glide.bend * 4 * t * (1 - t);
      phase += TAU * hertz / Pcm.RATE;
      samples[Math.floorMod(at + i, samples.length)] +=
          glide.gain * swell * swell * StrictMath.sin(phase);
    }
  }

  /** Without its mean, and as loud as all others: by its mean, or by its peak where that is far. */
  Pcm levelled() {
    double mean = 0;
    for (double sample : samples) {
      mean += sample / samples.length;
    }
    double power = 0;
    double peak = 0;
    for (int i = 0; i < samples.length; i++) {
      samples[i] -= mean;
      power += samples[i] * samples[i] / samples.length;
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    double gain = Math.min(MEAN / StrictMath.sqrt(power), PEAK / peak);
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= gain;
    }
    return Pcm.of(samples);
  }
}
