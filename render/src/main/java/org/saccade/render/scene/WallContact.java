package org.saccade.render.scene;

/**
 * Where a standing person's axis is nearest to a triangle, seen from above: the triangle is cut to
 * the heights of the body and projected to the floor. One thread; scratch space is reused.
 */
final class WallContact {
  private static final double FLAT = 1e-9;

  // a triangle cut by two planes has five corners at most; x, y, z each
  private final double[] cut = new double[3 * 8];
  private final double[] spare = new double[3 * 8];

  private double nearestX;
  private double nearestZ;

  /** The nearest point's x; valid after {@link #distance} gave a finite number. */
  double nearestX() {
    return nearestX;
  }

  /** The nearest point's z; valid after {@link #distance} gave a finite number. */
  double nearestZ() {
    return nearestZ;
  }

  /**
   * Metres from (x, z) to the part of the triangle between the heights; infinite if there is none,
   * 0 above or below it.
   */
  double distance(
      StaticTriangles triangles, int triangle, double x, double z, double bottom, double top) {
    int corners = 3;
    for (int i = 0; i < 3; i++) {
      for (int axis = 0; axis < 3; axis++) {
        cut[3 * i + axis] = triangles.at(triangle, i, axis);
      }
    }
    corners = clip(cut, corners, bottom, 1, spare);
    corners = clip(spare, corners, top, -1, cut);
    if (corners == 0) {
      return Double.POSITIVE_INFINITY;
    }
    if (contains(corners, x, z)) {
      nearestX = x;
      nearestZ = z;
      return 0;
    }
    return toOutline(corners, x, z);
  }

  /** Keeps what is above the height, or below it where {@code side} is -1. */
  private static int clip(double[] from, int corners, double height, int side, double[] dest) {
    int kept = 0;
    for (int i = 0; i < corners; i++) {
      int a = 3 * i;
      int b = 3 * ((i + 1) % corners);
      double da = side * (from[a + 1] - height);
      double db = side * (from[b + 1] - height);
      if (da >= 0) {
        System.arraycopy(from, a, dest, 3 * kept++, 3);
      }
      if (da >= 0 != db >= 0) {
        double t = da / (da - db);
        for (int axis = 0; axis < 3; axis++) {
          dest[3 * kept + axis] = from[a + axis] + t * (from[b + axis] - from[a + axis]);
        }
        kept++;
      }
    }
    return kept;
  }

  private boolean contains(int corners, double x, double z) {
    double area = 0;
    boolean isLeft = true;
    boolean isRight = true;
    for (int i = 0; i < corners; i++) {
      int a = 3 * i;
      int b = 3 * ((i + 1) % corners);
      double ax = cut[a] - x;
      double az = cut[a + 2] - z;
      double bx = cut[b] - x;
      double bz = cut[b + 2] - z;
      double side = ax * bz - az * bx;
      area += side;
      isLeft &= side >= 0;
      isRight &= side <= 0;
    }
    return Math.abs(area) > FLAT && (isLeft || isRight);
  }

  private double toOutline(int corners, double x, double z) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < corners; i++) {
      int a = 3 * i;
      int b = 3 * ((i + 1) % corners);
      double dx = cut[b] - cut[a];
      double dz = cut[b + 2] - cut[a + 2];
      double length = dx * dx + dz * dz;
      double t = 0;
      if (length > 0) {
        t = Math.clamp(((x - cut[a]) * dx + (z - cut[a + 2]) * dz) / length, 0, 1);
      }
      double px = cut[a] + t * dx;
      double pz = cut[a + 2] + t * dz;
      double distance = (px - x) * (px - x) + (pz - z) * (pz - z);
      if (distance < best) {
        best = distance;
        nearestX = px;
        nearestZ = pz;
      }
    }
    return Math.sqrt(best);
  }
}
