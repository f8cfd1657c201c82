package org.saccade.xr;

import java.util.Optional;

/**
 * A circle round the start at eye height, looking at its centre, and swaying a little up and down:
 * every part of a hall passes by, and the parallax is known.
 */
public record OrbitMotion(double radiusMetres, double secondsARound) implements Motion {
  private static final double EYE_HEIGHT_METRES = 1.6;
  private static final double SWAY_METRES = 0.1;

  public OrbitMotion {
    if (!(radiusMetres > 0) || !(secondsARound > 0)) {
      throw new IllegalArgumentException(
          "orbit of %s m in %s s; expected both above 0".formatted(radiusMetres, secondsARound));
    }
  }

  /** 2 m out, once round in 20 s. */
  public static OrbitMotion standard() {
    return new OrbitMotion(2, 20);
  }

  @Override
  public Pose poseAt(double seconds) {
    double turn = 2 * Math.PI * seconds / secondsARound;
    double sway = SWAY_METRES * Math.sin(2 * turn);
    return Pose.looking(
        radiusMetres * Math.sin(turn),
        EYE_HEIGHT_METRES + sway,
        radiusMetres * Math.cos(turn),
        Math.IEEEremainder(turn, 2 * Math.PI),
        -Math.toRadians(5));
  }

  @Override
  public Optional<Gaze> gazeAt(double seconds) {
    return Optional.empty();
  }
}
