package org.saccade.offload.fov;

/**
 * How fast what is chosen grows old: a guard band round the views must hold what comes into them
 * before the next choice takes effect.
 *
 * @param turnRadiansPerSecond how fast the head turns, or may turn
 * @param latencySeconds until tiles chosen now are drawn: for those that are there one frame, for
 *     those to be sent the round trip besides
 */
public record Haste(double turnRadiansPerSecond, double latencySeconds) {
  /** A head that turns leisurely, 60 degrees a second, drawn 30 times a second. */
  public static final Haste LEISURELY = new Haste(Math.toRadians(60), 1.0 / 30);

  /** Nothing moves. */
  public static final Haste NONE = new Haste(0, 0);

  /** Faster than heads turn, radians a second; what is said to be faster counts as this. */
  private static final double FASTEST = 20;

  private static final double LONGEST_SECONDS = 1;

  /** What is not a number, or below 0, counts as nothing; a guard band is bounded anyway. */
  public Haste {
    turnRadiansPerSecond = bounded(turnRadiansPerSecond, FASTEST);
    latencySeconds = bounded(latencySeconds, LONGEST_SECONDS);
  }

  /** How far a view turns meanwhile. */
  public double radians() {
    return turnRadiansPerSecond * latencySeconds;
  }

  private static double bounded(double value, double most) {
    return value > 0 ? Math.min(value, most) : 0;
  }
}
