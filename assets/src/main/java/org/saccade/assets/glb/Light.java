package org.saccade.assets.glb;

import org.saccade.assets.mesh.Vec;

/**
 * A KHR_lights_punctual light shining along its node's -Z. Intensity in candela (point, spot) or
 * lux (directional); range in metres, cones in radians from the axis.
 */
public record Light(
    Kind kind, Vec colour, double intensity, double range, double innerCone, double outerCone) {
  /** What the light is. */
  public enum Kind {
    DIRECTIONAL("directional"),
    POINT("point"),
    SPOT("spot");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  public static Light directional(Vec colour, double lux) {
    return new Light(Kind.DIRECTIONAL, colour, lux, 0, 0, 0);
  }

  public static Light point(Vec colour, double candela, double range) {
    return new Light(Kind.POINT, colour, candela, range, 0, 0);
  }

  public static Light spot(Vec colour, double candela, double range, double outerCone) {
    return new Light(Kind.SPOT, colour, candela, range, outerCone * 0.6, outerCone);
  }
}
