package org.saccade.render.tile;

import org.joml.Matrix4f;
import org.joml.Vector3f;

/**
 * Where texels and tiles of a face lie. A face spans (u, v) in [-1, 1]^2: u grows to the right with
 * the columns, v grows upwards against the rows. The direction {@code forward + u*right + v*up} is
 * not normalised: its forward component is 1, so that point = centre + direction / invZ. Pure; any
 * thread.
 */
public final class CubeGeometry {
  private CubeGeometry() {}

  /** Direction of (u, v) on a face, written to {@code to}. */
  public static Vector3f direction(Face face, float u, float v, Vector3f to) {
    to.set(face.forward());
    face.right().mulAdd(u, to, to);
    return face.up().mulAdd(v, to, to);
  }

  /** The face that a direction (not zero) goes through. */
  public static Face faceOf(float x, float y, float z) {
    float ax = Math.abs(x);
    float ay = Math.abs(y);
    float az = Math.abs(z);
    if (ax >= ay && ax >= az) {
      return x >= 0 ? Face.POSITIVE_X : Face.NEGATIVE_X;
    }
    if (ay >= az) {
      return y >= 0 ? Face.POSITIVE_Y : Face.NEGATIVE_Y;
    }
    return z >= 0 ? Face.POSITIVE_Z : Face.NEGATIVE_Z;
  }

  /** u of a direction on a face that it points towards (its forward component is positive). */
  public static float u(Face face, float x, float y, float z) {
    return face.right().dot(x, y, z) / face.forward().dot(x, y, z);
  }

  /** v of a direction on a face that it points towards. */
  public static float v(Face face, float x, float y, float z) {
    return face.up().dot(x, y, z) / face.forward().dot(x, y, z);
  }

  /** u of the left edge of a column of tiles (or, with x + 1, of its right edge). */
  public static float uOfTile(int level, int x) {
    return Math.scalb((float) x, 1 - level) - 1f;
  }

  /** v of the top edge of a row of tiles (or, with y + 1, of its bottom edge). */
  public static float vOfTile(int level, int y) {
    return 1f - Math.scalb((float) y, 1 - level);
  }

  /** Width of a texel in u. */
  public static float texelWidth(int level, int tilePixels) {
    return Math.scalb(2f / tilePixels, -level);
  }

  /** u of a column's middle inside tile column x; column may be fractional edges via +-0.5. */
  public static float uOfTexel(int level, int x, float column, int tilePixels) {
    return uOfTile(level, x) + (column + 0.5f) * texelWidth(level, tilePixels);
  }

  /** v of a row's middle inside tile row y. */
  public static float vOfTexel(int level, int y, float row, int tilePixels) {
    return vOfTile(level, y) - (row + 0.5f) * texelWidth(level, tilePixels);
  }

  /** The tile of {@code level} that u (for v: -v) falls into, clamped to the face. */
  public static int tileOf(int level, float u) {
    int tiles = 1 << level;
    return Math.clamp((int) Math.floor((u + 1f) * 0.5f * tiles), 0, tiles - 1);
  }

  /** Solid angle in steradians of the rectangle between (u0, v0) and (u1, v1) of a face. */
  public static double solidAngle(double u0, double v0, double u1, double v1) {
    return Math.abs(corner(u1, v1) - corner(u0, v1) - corner(u1, v0) + corner(u0, v0));
  }

  private static double corner(double u, double v) {
    return Math.atan2(u * v, Math.sqrt(u * u + v * v + 1));
  }

  /** The rotation from world to a face camera's view space (right +X, up +Y, forward -Z). */
  public static Matrix4f viewRotation(Face face) {
    var r = face.right();
    var u = face.up();
    var f = face.forward();
    return new Matrix4f(
        r.x(), u.x(), -f.x(), 0, r.y(), u.y(), -f.y(), 0, r.z(), u.z(), -f.z(), 0, 0, 0, 0, 1);
  }

  /**
   * A face camera's projection, 90 degrees, reversed Z into [0, 1]: depth 1 at {@code near}, and at
   * {@code far} (metres along forward, or infinity) 0.
   */
  public static Matrix4f projection(float near, float far) {
    Matrix4f p = new Matrix4f().zero();
    float ratio = near / far;
    p.m00(1).m11(1).m23(-1);
    return p.m22(ratio / (1 - ratio)).m32(near / (1 - ratio));
  }
}
