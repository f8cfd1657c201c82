package org.saccade.xr;

import org.joml.Math;
import org.joml.Matrix4f;
import org.joml.Quaternionf;
import org.joml.Vector3d;

/**
 * Where something is and how it is turned: a position in metres and a unit quaternion (x, y, z, w),
 * right-handed, +Y up, -Z forward. Immutable, so any thread may keep one.
 */
public record Pose(double x, double y, double z, float qx, float qy, float qz, float qw) {
  /** At the origin, looking along -Z. */
  public static final Pose IDENTITY = new Pose(0, 0, 0, 0, 0, 0, 1);

  /** A level pose turned left by {@code yaw}, then tilted up by {@code pitch} (radians). */
  public static Pose looking(double x, double y, double z, double yaw, double pitch) {
    var turned = new Quaternionf().rotateY((float) yaw).rotateX((float) pitch);
    return of(x, y, z, turned);
  }

  /** A pose with the orientation of a unit quaternion. */
  public static Pose of(double x, double y, double z, Quaternionf orientation) {
    return new Pose(x, y, z, orientation.x, orientation.y, orientation.z, orientation.w);
  }

  /** Writes the position in metres into {@code target} and returns it. */
  public Vector3d position(Vector3d target) {
    return target.set(x, y, z);
  }

  /** Writes the orientation into {@code target} and returns it. */
  public Quaternionf orientation(Quaternionf target) {
    return target.set(qx, qy, qz, qw);
  }

  /** Writes the rotation that brings world directions into this pose's frame. */
  public Matrix4f worldToView(Matrix4f target) {
    return target.rotation(new Quaternionf(-qx, -qy, -qz, qw));
  }

  /** The pose this one, given relative to {@code origin}, has in the origin's own frame. */
  public Pose in(Pose origin) {
    Pose o = origin;
    // v + 2 w (q x v) + 2 q x (q x v), written out: a frame makes few objects
    double tx = 2 * (o.qy * z - o.qz * y);
    double ty = 2 * (o.qz * x - o.qx * z);
    double tz = 2 * (o.qx * y - o.qy * x);
    return new Pose(
        o.x + x + o.qw * tx + o.qy * tz - o.qz * ty,
        o.y + y + o.qw * ty + o.qz * tx - o.qx * tz,
        o.z + z + o.qw * tz + o.qx * ty - o.qy * tx,
        o.qw * qx + o.qx * qw + o.qy * qz - o.qz * qy,
        o.qw * qy - o.qx * qz + o.qy * qw + o.qz * qx,
        o.qw * qz + o.qx * qy - o.qy * qx + o.qz * qw,
        o.qw * qw - o.qx * qx - o.qy * qy - o.qz * qz);
  }

  /** The pose that undoes this one: what is given in the world, given in this pose's own frame. */
  public Pose inverse() {
    var turnedBack = new Pose(0, 0, 0, -qx, -qy, -qz, qw);
    return new Pose(-x, -y, -z, 0, 0, 0, 1).in(turnedBack);
  }

  /** The pose a share {@code t} in [0, 1] of the way to {@code other}: linear, and slerp. */
  public Pose towards(Pose other, double t) {
    double dot = qx * other.qx + qy * other.qy + qz * other.qz + qw * other.qw;
    double angle = Math.safeAcos(Math.abs(dot));
    double sine = Math.sin(angle);
    double from = sine > 1e-4 ? Math.sin((1 - t) * angle) / sine : 1 - t;
    double to = (dot < 0 ? -1 : 1) * (sine > 1e-4 ? Math.sin(t * angle) / sine : t);
    double i = from * qx + to * other.qx;
    double j = from * qy + to * other.qy;
    double k = from * qz + to * other.qz;
    double r = from * qw + to * other.qw;
    double one = 1 / Math.sqrt(i * i + j * j + k * k + r * r);
    return new Pose(
        x + (other.x - x) * t,
        y + (other.y - y) * t,
        z + (other.z - z) * t,
        (float) (i * one),
        (float) (j * one),
        (float) (k * one),
        (float) (r * one));
  }

  /**
   * The angle between the two orientations, in radians. By the lengths of their sum and difference,
   * because the cosine of a small angle says too little about it.
   */
  public double angleTo(Pose other) {
    double apart = length(qx - other.qx, qy - other.qy, qz - other.qz, qw - other.qw);
    double together = length(qx + other.qx, qy + other.qy, qz + other.qz, qw + other.qw);
    // a quaternion and its negative turn alike
    return 4 * Math.atan2(Math.min(apart, together), Math.max(apart, together));
  }

  private static double length(double x, double y, double z, double w) {
    return Math.sqrt(x * x + y * y + z * z + w * w);
  }

  /**
   * Radians to the left of -Z that it looks; of what looks straight up or down, that its top does.
   */
  public double heading() {
    double forwardX = -2 * (qx * qz + qw * qy);
    double forwardZ = -1 + 2 * (qx * qx + qy * qy);
    if (Math.sqrt(forwardX * forwardX + forwardZ * forwardZ) < 0.1) {
      double forwardY = -2 * (qy * qz - qw * qx);
      double side = forwardY > 0 ? -1 : 1;
      forwardX = side * 2 * (qx * qy - qw * qz);
      forwardZ = side * 2 * (qy * qz + qw * qx);
    }
    return Math.atan2(-forwardX, -forwardZ);
  }

  /** This pose as seen from {@code origin}: what is {@code in(origin)} there. */
  public Pose from(Pose origin) {
    var back = new Pose(0, 0, 0, -origin.qx, -origin.qy, -origin.qz, origin.qw);
    return new Pose(x - origin.x, y - origin.y, z - origin.z, qx, qy, qz, qw).in(back);
  }

  /** The distance between the two positions, in metres. */
  public double distanceTo(Pose other) {
    double dx = other.x - x;
    double dy = other.y - y;
    double dz = other.z - z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }
}
