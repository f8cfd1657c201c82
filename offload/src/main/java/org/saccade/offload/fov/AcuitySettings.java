package org.saccade.offload.fov;

/**
 * The eye, and how much of what it could see is sent. The smallest angle an eye resolves grows
 * linearly with eccentricity (Guenter et al., Foveated 3D Graphics, 2012).
 *
 * @param foveaRadians smallest angle resolved where the eye looks; 1/48 degree
 * @param slope by how much it grows with eccentricity; Guenter's lie between 0.022 and 0.034
 * @param texelsAnAngle texels for each such angle; 2 carry all of it (Nyquist), 1 half the detail
 * @param sureRadians half width of the fovea itself
 * @param errorsCovered how many standard deviations of the gaze's error are kept sharp
 * @param tileShare beyond what must be sharp, a tile's need is taken so far inside it, as a share
 *     of its half width: 0 is its nearest point; more spares tiles that are needed at a corner only
 * @param screenShare a level counts as sharp from this share of the screen's density on
 */
public record AcuitySettings(
    double foveaRadians,
    double slope,
    double texelsAnAngle,
    double sureRadians,
    double errorsCovered,
    double tileShare,
    double screenShare) {
  /** What is measured best by {@code bench foveation}. */
  public static final AcuitySettings STANDARD =
      new AcuitySettings(Math.toRadians(1.0 / 48), 0.022, 1.6, Math.toRadians(1), 1, 0.5, 1);

  public AcuitySettings {
    require(foveaRadians > 0 && foveaRadians < 0.1, "foveaRadians", foveaRadians, "above 0 to 0.1");
    require(slope >= 0 && slope <= 1, "slope", slope, "0..1");
    require(texelsAnAngle > 0 && texelsAnAngle <= 16, "texelsAnAngle", texelsAnAngle, "0..16");
    require(sureRadians >= 0 && sureRadians <= Math.PI, "sureRadians", sureRadians, "0..pi");
    require(errorsCovered >= 0 && errorsCovered <= 10, "errorsCovered", errorsCovered, "0..10");
    require(tileShare >= 0 && tileShare <= 1, "tileShare", tileShare, "0..1");
    require(screenShare > 0 && screenShare <= 1, "screenShare", screenShare, "above 0 to 1");
  }

  /** The smallest angle resolved at this eccentricity. */
  public double resolvedRadians(double eccentricityRadians) {
    return foveaRadians + slope * Math.max(0, eccentricityRadians);
  }

  /** Up to this angle from where the eye is believed to look, everything is as sharp as there. */
  public double sharpRadians(double gazeErrorRadians) {
    return Math.min(Math.PI, sureRadians + errorsCovered * Math.max(0, gazeErrorRadians));
  }

  /** Texels a radian that are enough so far from where the eye is believed to look. */
  public double texelsPerRadian(double angleRadians, double gazeErrorRadians) {
    return texelsAnAngle / resolvedRadians(angleRadians - sharpRadians(gazeErrorRadians));
  }

  private static void require(boolean holds, String name, double value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "acuity.%s is %s; expected %s".formatted(name, value, expected));
    }
  }
}
