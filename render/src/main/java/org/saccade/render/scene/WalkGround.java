package org.saccade.render.scene;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/**
 * Keeps a walking person on the floor and out of walls. Floors are triangles no steeper than about
 * 50 degrees; anything else between step height and head height stops or deflects. Movable nodes
 * and alpha-masked materials (leaves) are walked through. Positions are floor points, metres. One
 * thread; moving allocates nothing to speak of.
 */
public final class WalkGround {
  /** A person's radius for {@link #slide}. */
  public static final double RADIUS = 0.3;

  /** What a person steps up or down without noticing. */
  public static final double STEP = 0.35;

  /** From the floor to the eyes. */
  public static final double EYE_HEIGHT = 1.6;

  private static final double HEAD = 0.2;
  private static final double STEEPEST = 0.64; // cosine of 50 degrees
  private static final double MARGIN = 1e-4;
  private static final double CORE = 1 / 3.0;
  private static final int PUSHES = 8;
  private static final int LONGEST_WALK = 64; // sub-steps of half a radius

  private final StaticTriangles triangles;
  private final WallContact contact = new WallContact();
  private final SegmentHit segment = new SegmentHit();
  private final Vector3d next = new Vector3d();
  private int gathered;
  private double nearestX;
  private double nearestZ;

  /** Sorts the scene's still triangles: some 0.3 s a million on a slow core. */
  public WalkGround(Scene scene) {
    this.triangles = new StaticTriangles(scene);
  }

  /** Height of the highest floor at or below the point; NaN where there is none. */
  public double floorBelow(double x, double y, double z) {
    return floor(x, z, -Limits.REACH, y);
  }

  /**
   * The share of the straight way between two points after which something still and solid is met,
   * its unit normal towards the start in {@code normal}; above 1 when nothing is.
   */
  public double hit(Vector3dc from, Vector3dc to, Vector3d normal) {
    return segment.find(triangles, from, to, normal);
  }

  /** Whether an average person has room on a floor point. */
  public boolean canStand(Vector3dc at) {
    return isFree(at, RADIUS, STEP);
  }

  /**
   * Walks from one floor point towards another (its height does not matter), sliding along walls,
   * stepping up and down, and stopping at edges deeper than a step. Without any floor under the
   * start, one moves level.
   *
   * @return {@code dest}, the floor point reached
   */
  public Vector3d slide(
      Vector3dc from, Vector3dc to, double radius, double stepHeight, Vector3d dest) {
    double dx = to.x() - from.x();
    double dz = to.z() - from.z();
    int steps = (int) Math.ceil(Math.hypot(dx, dz) / (0.5 * radius));
    boolean hasFloor = !Double.isNaN(floorBelow(from.x(), from.y() + stepHeight, from.z()));
    dest.set(from);
    for (int i = 0; i < Math.min(steps, LONGEST_WALK); i++) {
      next.set(dest.x + dx / steps, dest.y, dest.z + dz / steps);
      boolean isFree = pushOut(next, radius, stepHeight);
      if (!isFree && isFree(dest, radius, stepHeight)) {
        return dest;
      }
      double height = hasFloor ? support(next, radius, stepHeight) : dest.y;
      if (Double.isNaN(height)) {
        return dest;
      }
      dest.set(next.x, height, next.z);
    }
    return dest;
  }

  /** {@link #slide} for an average person. */
  public Vector3d walk(Vector3dc from, Vector3dc to, Vector3d dest) {
    return slide(from, to, RADIUS, STEP, dest);
  }

  /** The floor under the feet: the middle's, or where that is a crack, the highest around it. */
  private double support(Vector3d at, double radius, double stepHeight) {
    double low = at.y - stepHeight;
    double high = at.y + stepHeight;
    double height = floor(at.x, at.z, low, high);
    if (!Double.isNaN(height)) {
      return height;
    }
    double reach = 0.5 * radius;
    height = higher(height, floor(at.x + reach, at.z, low, high));
    height = higher(height, floor(at.x - reach, at.z, low, high));
    height = higher(height, floor(at.x, at.z + reach, low, high));
    return higher(height, floor(at.x, at.z - reach, low, high));
  }

  private static double higher(double a, double b) {
    return Double.isNaN(a) || b > a ? b : a;
  }

  private double floor(double x, double z, double low, double high) {
    int count = triangles.gather(x, low, z, x, high, z);
    double best = Double.NaN;
    for (int i = 0; i < count; i++) {
      double height = heightAt(i, x, z);
      if (height >= low && height <= high) {
        best = higher(best, height);
      }
    }
    return best;
  }

  /** Height of a floor triangle over (x, z); NaN beside it, or where it is too steep. */
  private double heightAt(int triangle, double x, double z) {
    double ax = triangles.at(triangle, 0, 0);
    double ay = triangles.at(triangle, 0, 1);
    double az = triangles.at(triangle, 0, 2);
    double ux = triangles.at(triangle, 1, 0) - ax;
    double uy = triangles.at(triangle, 1, 1) - ay;
    double uz = triangles.at(triangle, 1, 2) - az;
    double vx = triangles.at(triangle, 2, 0) - ax;
    double vy = triangles.at(triangle, 2, 1) - ay;
    double vz = triangles.at(triangle, 2, 2) - az;
    double up = uz * vx - ux * vz;
    double normalX = uy * vz - uz * vy;
    double normalZ = ux * vy - uy * vx;
    double length = Math.sqrt(normalX * normalX + up * up + normalZ * normalZ);
    if (Math.abs(up) <= STEEPEST * length) {
      return Double.NaN;
    }
    double s = (vx * (z - az) - vz * (x - ax)) / up;
    double t = (uz * (x - ax) - ux * (z - az)) / up;
    if (s < 0 || t < 0 || s + t > 1) {
      return Double.NaN;
    }
    return ay + s * uy + t * vy;
  }

  private boolean isFree(Vector3dc at, double radius, double stepHeight) {
    gather(at, radius, stepHeight);
    return smallestGap(at, radius, stepHeight) >= -10 * MARGIN;
  }

  /** Moves the point sideways until no wall is nearer than the radius; false if that fails. */
  private boolean pushOut(Vector3d at, double radius, double stepHeight) {
    gather(at, 2 * radius, stepHeight);
    for (int i = 0; i < PUSHES; i++) {
      double gap = smallestGap(at, radius, stepHeight);
      if (gap >= 0) {
        return true;
      }
      double distance = Math.hypot(at.x - nearestX, at.z - nearestZ);
      if (distance < MARGIN) {
        return false;
      }
      double push = (MARGIN - gap) / distance;
      at.add((at.x - nearestX) * push, 0, (at.z - nearestZ) * push);
    }
    return smallestGap(at, radius, stepHeight) >= -10 * MARGIN;
  }

  private void gather(Vector3dc at, double reach, double stepHeight) {
    gathered =
        triangles.gather(
            at.x() - reach,
            at.y() + stepHeight,
            at.z() - reach,
            at.x() + reach,
            at.y() + EYE_HEIGHT + HEAD,
            at.z() + reach);
  }

  /**
   * Metres between the body and the nearest wall, negative inside it. The body is wide only from a
   * radius above step height on: below, a narrow core lets feet reach the next riser of a stair.
   */
  private double smallestGap(Vector3dc at, double radius, double stepHeight) {
    double bottom = at.y() + stepHeight;
    double top = at.y() + EYE_HEIGHT + HEAD;
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < gathered; i++) {
      double wide = contact.distance(triangles, i, at.x(), at.z(), bottom + radius, top) - radius;
      if (wide < best) {
        best = wide;
        nearestX = contact.nearestX();
        nearestZ = contact.nearestZ();
      }
      double core = CORE * radius;
      double low = contact.distance(triangles, i, at.x(), at.z(), bottom, bottom + radius) - core;
      if (low < best) {
        best = low;
        nearestX = contact.nearestX();
        nearestZ = contact.nearestZ();
      }
    }
    return best;
  }
}
