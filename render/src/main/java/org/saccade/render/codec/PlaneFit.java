package org.saccade.render.codec;

/**
 * Least-squares plane z = c + gx*x + gy*y through weighted-by-one points, from running sums.
 * Mutable scratch, reused; the fields are the result of the last {@link #solve}.
 *
 * <p>A small ridge keeps slopes at 0 where the points do not determine them (one texel, one line).
 */
final class PlaneFit {
  private static final double RIDGE = 1e-3;

  double c;
  double gx;
  double gy;
  int count;
  private double sx;
  private double sy;
  private double sz;
  private double sxx;
  private double sxy;
  private double syy;
  private double sxz;
  private double syz;

  void clear() {
    count = 0;
    sx = sy = sz = sxx = sxy = syy = sxz = syz = 0;
  }

  void add(float x, float y, double z) {
    count++;
    sx += x;
    sy += y;
    sz += z;
    sxx += x * x;
    sxy += x * y;
    syy += y * y;
    sxz += x * z;
    syz += y * z;
  }

  /** Solves for the sums; without points the plane is 0. */
  void solve() {
    if (count == 0) {
      c = gx = gy = 0;
      return;
    }
    double mx = sx / count;
    double my = sy / count;
    double mz = sz / count;
    double xx = sxx - mx * sx + RIDGE * count;
    double yy = syy - my * sy + RIDGE * count;
    double xy = sxy - mx * sy;
    double xz = sxz - mx * sz;
    double yz = syz - my * sz;
    double det = xx * yy - xy * xy;
    gx = (xz * yy - yz * xy) / det;
    gy = (yz * xx - xz * xy) / det;
    c = mz - gx * mx - gy * my;
  }

  double at(float x, float y) {
    return c + gx * x + gy * y;
  }
}
