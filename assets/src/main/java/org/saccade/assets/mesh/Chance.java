package org.saccade.assets.mesh;

import java.nio.charset.StandardCharsets;

/**
 * Seeded chance: SplitMix64 with named sub-streams, so that adding a draw in one place leaves all
 * other places as they were. One thread at a time.
 */
public final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long origin;
  private long state;

  /** Starts a stream from {@code seed}. */
  public Chance(long seed) {
    this.origin = seed;
    this.state = seed;
  }

  /** Returns the independent stream called {@code name}; the same whenever it is asked for. */
  public Chance named(String name) {
    long hash = mix(origin ^ GOLDEN);
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      hash = mix(hash ^ (each & 0xFF));
    }
    return new Chance(hash);
  }

  /** Returns the independent stream number {@code index} of {@code name}. */
  public Chance named(String name, int index) {
    return named(name + '#' + index);
  }

  /** Returns 64 random bits. */
  public long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** Returns a number in [0, 1). */
  public double unit() {
    return (bits() >>> 11) * 0x1p-53;
  }

  /** Returns a number in [low, high). */
  public double between(double low, double high) {
    return low + (high - low) * unit();
  }

  /** Returns an integer in [0, count). */
  public int below(int count) {
    return (int) (unit() * count);
  }

  /** Returns whether an event of the given probability happens. */
  public boolean happens(double probability) {
    return unit() < probability;
  }

  /** Returns a bell-shaped number around 0 with deviation 1, never beyond 3.5. */
  public double bell() {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += unit();
    }
    return Math.clamp(sum - 6, -3.5, 3.5);
  }

  /** Mixes 64 bits (the SplitMix64 finaliser); a pure function, good as a hash. */
  public static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
