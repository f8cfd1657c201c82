package org.saccade.render.codec;

/**
 * A plane z = c + gx*x + gy*y and how it was found: by least squares through the points of one
 * label. Mutable scratch, reused.
 *
 * <p>A small ridge keeps slopes at 0 where the points do not determine them (one texel, one line).
 */
final class PlaneFit {
  private static final double RIDGE = 1e-2;

  double c;
  double gx;
  double gy;

  /** Points that the plane goes through; 0 makes it no plane. */
  int count;

  /** Sum of the squares of the points' misses, from {@link #fit}. */
  double squares;

  /** Largest misses of the points below and above the plane, from {@link #measure}. */
  double low;

  double high;

  /** Makes it the sky: at infinity everywhere. */
  void setSky() {
    c = 0;
    gx = 0;
    gy = 0;
    count = 0;
  }

  boolean isSky() {
    return c == 0 && gx == 0 && gy == 0;
  }

  double at(double x, double y) {
    return c + gx * x + gy * y;
  }

  /** Half the range of the misses: what remains when the plane is moved to their middle. */
  double error() {
    return count == 0 ? 0 : (high - low) / 2;
  }

  /**
   * Fits every stride-th point with this label. One pass, sums in registers: the encoder's hottest
   * loop.
   */
  void fit(int own, byte[] label, float[] xs, float[] ys, float[] zs, int points, int stride) {
    double n = 0;
    double sx = 0;
    double sy = 0;
    double sz = 0;
    double sxx = 0;
    double sxy = 0;
    double syy = 0;
    double sxz = 0;
    double syz = 0;
    double szz = 0;
    for (int i = 0; i < points; i += stride) {
      double w = label[i] == own ? 1 : 0;
      double x = w * xs[i];
      double y = w * ys[i];
      double z = zs[i];
      n += w;
      sx += x;
      sy += y;
      sz += w * z;
      szz += w * z * z;
      sxx += x * x;
      sxy += x * y;
      syy += y * y;
      sxz += x * z;
      syz += y * z;
    }
    count = (int) n;
    double mx = sx / n;
    double my = sy / n;
    solve(
        sxx - mx * sx + RIDGE * n,
        syy - my * sy + RIDGE * n,
        sxy - mx * sy,
        sxz - mx * sz,
        syz - my * sz);
    double mz = sz / n;
    c = count == 0 ? 0 : mz - gx * mx - gy * my;
    double explained = gx * (sxz - mx * sz) + gy * (syz - my * sz);
    squares = count == 0 ? 0 : szz - mz * sz - explained;
  }

  /** Finds the largest misses of the points with this label. */
  void measure(int own, byte[] label, float[] xs, float[] ys, float[] zs, int points) {
    double least = 0;
    double most = 0;
    for (int i = 0; i < points; i++) {
      double miss = label[i] == own ? zs[i] - c - gx * xs[i] - gy * ys[i] : 0;
      least = miss < least ? miss : least;
      most = miss > most ? miss : most;
    }
    low = least;
    high = most;
  }

  private void solve(double xx, double yy, double xy, double xz, double yz) {
    double det = xx * yy - xy * xy;
    gx = count == 0 ? 0 : (xz * yy - yz * xy) / det;
    gy = count == 0 ? 0 : (yz * xx - xz * xy) / det;
  }
}
