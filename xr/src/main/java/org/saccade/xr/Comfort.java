package org.saccade.xr;

/**
 * How a person in a headset likes to get about.
 *
 * @param isSnapTurn turning goes in steps, which most people stand better than gliding
 * @param snapDegrees a step of it, 10 to 90
 * @param vignette how far the view narrows while it glides, 0 (not) to 1
 * @param isSeated the person sits: the eyes are lifted to standing height
 * @param metresPerSecond the speed with the stick pushed to its end, 0.1 to 10
 * @param steering what points the way forward
 */
public record Comfort(
    boolean isSnapTurn,
    double snapDegrees,
    double vignette,
    boolean isSeated,
    double metresPerSecond,
    Steering steering) {
  /** What points the way forward. */
  public enum Steering {
    /** Where the head looks. */
    HEAD,
    /** Where the hand with the walking stick points. */
    HAND
  }

  /** Snap turns of 30 degrees, standing, walking where the head looks. */
  public static final Comfort STANDARD = new Comfort(true, 30, 0.7, false, 1.4, Steering.HEAD);

  public Comfort {
    check("snapDegrees", snapDegrees, 10, 90);
    check("vignette", vignette, 0, 1);
    check("metresPerSecond", metresPerSecond, 0.1, 10);
  }

  private static void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "comfort's %s is %s; expected %s to %s".formatted(name, value, least, most));
    }
  }

  /** The same, sitting or standing. */
  public Comfort seated(boolean isSeatedNow) {
    return new Comfort(isSnapTurn, snapDegrees, vignette, isSeatedNow, metresPerSecond, steering);
  }

  /** The same with turns in steps or gliding. */
  public Comfort snapping(boolean isSnapping) {
    return new Comfort(isSnapping, snapDegrees, vignette, isSeated, metresPerSecond, steering);
  }
}
