package org.saccade.xr;

/** How far the view narrows against motion sickness: quickly in, slowly out. Frame thread. */
final class Vignette {
  private static final double IN_SECONDS = 0.1;
  private static final double OUT_SECONDS = 0.3;
  private static final double NOTHING = 1e-3;

  private double strength;

  /** Closes while the view glides, and opens when it stops. */
  void step(boolean isGliding, double most, double seconds) {
    double goal = isGliding ? most : 0;
    double pace = goal > strength ? IN_SECONDS : OUT_SECONDS;
    strength = goal + (strength - goal) * Math.exp(-seconds / pace);
    if (strength < NOTHING) {
      strength = 0;
    }
  }

  /** From 0 (all is seen) to 1. */
  double strength() {
    return strength;
  }
}
