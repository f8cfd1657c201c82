package org.saccade.xr;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/**
 * Where a hand would throw a person: a parabola from its aim until it meets something, and whether
 * that is a floor with room to stand. World space, metres. One object is filled anew each frame.
 * Frame thread.
 */
public final class TeleportArc {
  /** The most points an arc has. */
  public static final int MOST_POINTS = 48;

  private static final double METRES_PER_SECOND = 7;
  private static final double GRAVITY = 9.81;
  private static final double STEP_SECONDS = 0.04;

  /** Cosine of the steepest floor a person stands on, 45 degrees. */
  private static final double STEEPEST = 0.7;

  private final double[] points = new double[3 * MOST_POINTS];
  private final Vector3d velocity = new Vector3d();
  private final Vector3d from = new Vector3d();
  private final Vector3d to = new Vector3d();
  private final Vector3d normal = new Vector3d();
  private int count;
  private boolean isValid;

  /** Throws from a pose along its -Z. */
  void aim(Pose at, Ground ground) {
    velocity
        .set(
            -2 * (at.qx() * at.qz() + at.qw() * at.qy()),
            -2 * (at.qy() * at.qz() - at.qw() * at.qx()),
            -1 + 2 * (at.qx() * at.qx() + at.qy() * at.qy()))
        .mul(METRES_PER_SECOND);
    at.position(from);
    count = 0;
    isValid = false;
    put(from);
    double share = 2;
    while (count < MOST_POINTS && share > 1) {
      double fallen = velocity.y - 0.5 * GRAVITY * STEP_SECONDS;
      to.set(velocity.x, fallen, velocity.z).mul(STEP_SECONDS).add(from);
      velocity.y -= GRAVITY * STEP_SECONDS;
      share = ground.hit(from, to, normal);
      from.lerp(to, Math.min(1, share));
      put(from);
    }
    isValid = share <= 1 && normal.y >= STEEPEST && ground.canStand(from);
  }

  private void put(Vector3dc point) {
    points[3 * count] = point.x();
    points[3 * count + 1] = point.y();
    points[3 * count + 2] = point.z();
    count++;
  }

  /** Points along the arc, the last where it ends. */
  public int count() {
    return count;
  }

  /** Writes a point into {@code target} and returns it. */
  public Vector3d point(int index, Vector3d target) {
    return target.set(points[3 * index], points[3 * index + 1], points[3 * index + 2]);
  }

  /** Where it ends, into {@code target}. */
  public Vector3d end(Vector3d target) {
    return point(count - 1, target);
  }

  /** Whether a person can go there. */
  public boolean isValid() {
    return isValid;
  }
}
