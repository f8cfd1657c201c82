package org.saccade.offload.fov;

/**
 * How fine the device's own picture has to be, by its distance from where the eye looks: all that
 * an eye resolves there ({@link AcuitySettings}), with the two pixels an angle that carry it
 * (Nyquist). Angles in radians; any thread.
 */
public final class Acuity {
  private Acuity() {}

  /** Texels a radian that are enough at this eccentricity. */
  public static double texelsPerRadian(double eccentricityRadians) {
    return 2 / AcuitySettings.STANDARD.resolvedRadians(eccentricityRadians);
  }
}
