package org.saccade.offload.predict;

/**
 * Arithmetic of rotations on plain doubles, without objects. A rotation vector is an axis times an
 * angle in radians; quaternions are (x, y, z, w) at an offset of an array.
 */
final class Turn {
  private static final double SMALL = 1e-9;

  private Turn() {}

  /** The rotation vector of {@code a} after the inverse of {@code b}, in the world's frame. */
  static void between(double[] a, int ai, double[] b, int bi, double[] out) {
    product(a, ai, 1, b, bi, -1, out);
    toVector(out);
  }

  /** The rotation vector of {@code a} after the inverse of {@code b}, in the frame of {@code b}. */
  static void betweenLocally(double[] a, int ai, double[] b, int bi, double[] out) {
    product(b, bi, -1, a, ai, 1, out);
    toVector(out);
  }

  /** Multiplies two quaternions; a sense of -1 inverts one before. */
  private static void product(
      double[] a, int ai, double aSense, double[] b, int bi, double bSense, double[] out) {
    double ax = aSense * a[ai];
    double ay = aSense * a[ai + 1];
    double az = aSense * a[ai + 2];
    double aw = a[ai + 3];
    double bx = bSense * b[bi];
    double by = bSense * b[bi + 1];
    double bz = bSense * b[bi + 2];
    double bw = b[bi + 3];
    out[0] = aw * bx + ax * bw + ay * bz - az * by;
    out[1] = aw * by - ax * bz + ay * bw + az * bx;
    out[2] = aw * bz + ax * by - ay * bx + az * bw;
    out[3] = aw * bw - ax * bx - ay * by - az * bz;
  }

  /** Turns the quaternion in {@code q} into its rotation vector, the shorter way round. */
  private static void toVector(double[] q) {
    double sine = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2]);
    double sign = q[3] < 0 ? -1 : 1;
    double factor = sine > SMALL ? 2 * Math.atan2(sine, sign * q[3]) / sine : 2;
    for (int k = 0; k < 3; k++) {
      q[k] *= sign * factor;
    }
  }

  /** Writes the quaternion of a rotation vector. */
  static void toQuaternion(double x, double y, double z, double[] out) {
    double angle = Math.sqrt(x * x + y * y + z * z);
    double factor = angle > SMALL ? Math.sin(angle / 2) / angle : 0.5;
    out[0] = x * factor;
    out[1] = y * factor;
    out[2] = z * factor;
    out[3] = Math.cos(angle / 2);
  }

  /** Writes {@code turn} after {@code from}, both quaternions. */
  static void apply(double[] turn, double[] from, int at, double[] out) {
    product(turn, 0, 1, from, at, 1, out);
  }
}
