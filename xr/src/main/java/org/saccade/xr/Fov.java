package org.saccade.xr;

import org.joml.Matrix4f;

/**
 * A view's field of view as OpenXR gives it: four angles from the forward axis in radians, left and
 * down usually negative. Each lies inside (-pi/2, pi/2).
 */
public record Fov(float left, float right, float up, float down) {
  public Fov {
    if (!(left < right)
        || !(down < up)
        || !inRange(left)
        || !inRange(right)
        || !inRange(up)
        || !inRange(down)) {
      throw new IllegalArgumentException(
          "fov is left %s, right %s, up %s, down %s rad; expected left < right, down < up, all inside 90 degrees"
              .formatted(left, right, up, down));
    }
  }

  /** The symmetric field of {@code vertical} radians for a picture of width / height = aspect. */
  public static Fov symmetric(double vertical, double aspect) {
    float up = (float) (vertical / 2);
    float right = (float) Math.atan(Math.tan(vertical / 2) * aspect);
    return new Fov(-right, right, up, -up);
  }

  /** Writes the reversed-Z projection with an infinite far plane: depth = near / distance. */
  public Matrix4f projection(float near, Matrix4f target) {
    float l = tan(left);
    float r = tan(right);
    float u = tan(up);
    float d = tan(down);
    return target
        .zero()
        .m00(2 / (r - l))
        .m11(2 / (u - d))
        .m20((r + l) / (r - l))
        .m21((u + d) / (u - d))
        .m23(-1)
        .m32(near);
  }

  private static float tan(float angle) {
    return (float) Math.tan(angle);
  }

  private static boolean inRange(float angle) {
    return Math.abs(angle) < (float) (Math.PI / 2);
  }
}
