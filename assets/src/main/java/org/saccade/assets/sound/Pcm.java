package org.saccade.assets.sound;

/** A mono sound at 48 kHz, 16 bits a sample. Immutable. */
public final class Pcm {
  /** Samples a second. */
  public static final int RATE = 48_000;

  private static final double FULL = 32_767;

  private final short[] samples;

  private Pcm(short[] samples) {
    this.samples = samples;
  }

  /** Takes over samples of -1 to 1. */
  static Pcm of(double[] from) {
    short[] samples = new short[from.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(Math.clamp(from[i], -1, 1) * FULL);
    }
    return new Pcm(samples);
  }

  public int length() {
    return samples.length;
  }

  public double seconds() {
    return (double) samples.length / RATE;
  }

  /** A sample, -1 to 1. */
  public double at(int index) {
    return samples[index] / FULL;
  }

  /** A copy of all samples, 16 bits each. */
  public short[] copy() {
    return samples.clone();
  }
}
