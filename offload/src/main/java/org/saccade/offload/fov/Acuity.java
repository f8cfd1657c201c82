package org.saccade.offload.fov;

/**
 * How fine a picture has to be, by its distance from where the eye looks.
 *
 * <p>The smallest angle an eye resolves grows linearly with eccentricity: 1/48 degree at the fovea
 * plus 0.022 degrees a degree (Guenter et al., Foveated 3D Graphics, 2012, the careful end of their
 * slopes). Two texels an angle carry it (Nyquist). Angles in radians; any thread.
 */
public final class Acuity {
  private static final double FOVEA_RADIANS = Math.toRadians(1.0 / 48);
  private static final double SLOPE = 0.022;

  private Acuity() {}

  /** The smallest angle resolved at this eccentricity. */
  public static double resolvedRadians(double eccentricityRadians) {
    return FOVEA_RADIANS + SLOPE * Math.max(0, eccentricityRadians);
  }

  /** Texels a radian that are enough at this eccentricity. */
  public static double texelsPerRadian(double eccentricityRadians) {
    return 2 / resolvedRadians(eccentricityRadians);
  }

  /** How much a patch of picture counts, 1 at the fovea, by the cells of acuity it spans. */
  public static double weight(double eccentricityRadians) {
    double ratio = FOVEA_RADIANS / resolvedRadians(eccentricityRadians);
    return ratio * ratio;
  }
}
