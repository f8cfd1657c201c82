package org.saccade.render.scene;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/**
 * Where a straight way first meets a still triangle, from either side. Method of T. Möller and B.
 * Trumbore, "Fast, minimum storage ray/triangle intersection", Journal of Graphics Tools 2, 1997.
 * One thread; nothing is allocated.
 */
final class SegmentHit {
  private static final double PARALLEL = 1e-12;

  private final Vector3d way = new Vector3d();
  private final Vector3d first = new Vector3d();
  private final Vector3d second = new Vector3d();
  private final Vector3d across = new Vector3d();
  private final Vector3d offset = new Vector3d();
  private final Vector3d turned = new Vector3d();

  /**
   * The share of the way after which something is met, its unit normal towards the start in {@code
   * normal}; above 1 when nothing is.
   */
  double find(StaticTriangles triangles, Vector3dc from, Vector3dc to, Vector3d normal) {
    int count =
        triangles.gather(
            Math.min(from.x(), to.x()),
            Math.min(from.y(), to.y()),
            Math.min(from.z(), to.z()),
            Math.max(from.x(), to.x()),
            Math.max(from.y(), to.y()),
            Math.max(from.z(), to.z()));
    way.set(to).sub(from);
    double nearest = 2;
    for (int i = 0; i < count; i++) {
      double share = share(triangles, i, from);
      if (share >= 0 && share <= 1 && share < nearest) {
        nearest = share;
        first.cross(second, normal).normalize();
        if (normal.dot(way) > 0) {
          normal.negate();
        }
      }
    }
    return nearest;
  }

  /** The share after which one triangle is met; below 0 when it is not. */
  private double share(StaticTriangles triangles, int triangle, Vector3dc from) {
    double x = triangles.at(triangle, 0, 0);
    double y = triangles.at(triangle, 0, 1);
    double z = triangles.at(triangle, 0, 2);
    edge(triangles, triangle, 1, first).sub(x, y, z);
    edge(triangles, triangle, 2, second).sub(x, y, z);
    way.cross(second, across);
    double determinant = first.dot(across);
    if (Math.abs(determinant) < PARALLEL) {
      return -1;
    }
    offset.set(from).sub(x, y, z);
    double u = offset.dot(across) / determinant;
    offset.cross(first, turned);
    double v = way.dot(turned) / determinant;
    return u >= 0 && v >= 0 && u + v <= 1 ? second.dot(turned) / determinant : -1;
  }

  private static Vector3d edge(
      StaticTriangles triangles, int triangle, int corner, Vector3d target) {
    return target.set(
        triangles.at(triangle, corner, 0),
        triangles.at(triangle, corner, 1),
        triangles.at(triangle, corner, 2));
  }
}
