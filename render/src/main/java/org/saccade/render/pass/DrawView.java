package org.saccade.render.pass;

import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3dc;

/**
 * Where to draw from. The rotation takes world directions to view directions; positions are drawn
 * relative to the eye, so precision does not depend on where in the world it is.
 *
 * @param eye in the world, metres
 * @param projection reversed-Z with infinite far: depth is near / view depth
 * @param near distance of depth 1 along the view's axis, metres
 * @param width pixels of the target
 * @param height pixels of the target
 */
public record DrawView(
    Matrix4fc rotation, Vector3dc eye, Matrix4fc projection, float near, int width, int height) {

  /**
   * A reversed-Z projection with infinite far from tangents of the half angles (all positive for a
   * view that contains its axis).
   */
  public static Matrix4f projection(float left, float right, float down, float up, float near) {
    float width = left + right;
    float height = down + up;
    return new Matrix4f()
        .zero()
        .m00(2 / width)
        .m11(2 / height)
        .m20((right - left) / width)
        .m21((up - down) / height)
        .m23(-1)
        .m32(near);
  }

  /** A symmetric projection from the vertical field of view in radians. */
  public static Matrix4f projection(double verticalFov, double aspect, float near) {
    float up = (float) Math.tan(verticalFov / 2);
    float right = (float) (up * aspect);
    return projection(right, right, up, up, near);
  }

  /** The inverse distance along the view's axis, 1/m, of a value of the depth buffer. */
  public static float inverseDepth(float depth, float near) {
    return depth / near;
  }
}
