package org.saccade.xr;

/**
 * Noise in [-1, 1] that eases between seeded values every {@code period} seconds, as a head does
 * between two things worth looking at. Continuous in value and slope; pure.
 */
final class SmoothNoise {
  private final long seed;
  private final double period;

  SmoothNoise(long seed, double period) {
    this.seed = seed;
    this.period = period;
  }

  double at(double seconds) {
    double position = seconds / period;
    long index = (long) StrictMath.floor(position);
    double share = position - index;
    double eased = share * share * share * (10 + share * (6 * share - 15));
    return value(index) + (value(index + 1) - value(index)) * eased;
  }

  /** SplitMix64 over seed and index. */
  private double value(long index) {
    long mixed = seed * 0x9E3779B97F4A7C15L + index * 0xD1B54A32D192ED03L + 0x632BE59BD9B4E019L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 31;
    return (mixed >>> 11) * 0x1p-52 - 1;
  }
}
