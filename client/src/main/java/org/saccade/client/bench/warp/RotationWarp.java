package org.saccade.client.bench.warp;

import org.joml.Matrix3d;
import org.joml.Quaternionf;
import org.saccade.client.run.PictureSize;
import org.saccade.xr.ViewPose;

/**
 * Timewarp by rotation alone, as a headset's compositor does it: each pixel looks along its
 * direction into the old picture, bilinear, as if all were far away. What the old picture does not
 * reach stays black. Pure.
 */
public final class RotationWarp {
  private static final double STRAIGHT_ASIDE = 1e-6;

  private RotationWarp() {}

  /** The old picture as a view of now shows it. */
  public static Shot show(Shot old, ViewPose now, PictureSize size) {
    var turn = turn(old.view(), now);
    var from = Lens.of(old.view().fov(), old.width(), old.height());
    var to = Lens.of(now.fov(), size);
    int[] rgba = new int[size.width() * size.height()];
    float[] inverseDepth = new float[rgba.length];
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        double right = to.x(x);
        double up = to.y(y);
        double ahead = -(turn.m02() * right + turn.m12() * up - turn.m22());
        double column = from.column((turn.m00() * right + turn.m10() * up - turn.m20()) / ahead);
        double row = from.row((turn.m01() * right + turn.m11() * up - turn.m21()) / ahead);
        if (ahead > STRAIGHT_ASIDE && isInside(column, row, old)) {
          int index = y * size.width() + x;
          rgba[index] = bilinear(old, column, row);
          inverseDepth[index] = (float) (nearest(old, column, row) * ahead);
        }
      }
    }
    return new Shot(rgba, inverseDepth, now, size);
  }

  /** From a view's frame into another's, by direction. */
  static Matrix3d turn(ViewPose to, ViewPose from) {
    return worldTo(to).mul(new Matrix3d().set(from.pose().orientation(new Quaternionf())));
  }

  /** From the world into a view's frame, by direction. */
  static Matrix3d worldTo(ViewPose view) {
    return new Matrix3d().set(view.pose().orientation(new Quaternionf()).conjugate());
  }

  private static boolean isInside(double column, double row, Shot old) {
    return column >= -0.5
        && row >= -0.5
        && column <= old.width() - 0.5
        && row <= old.height() - 0.5;
  }

  private static float nearest(Shot old, double column, double row) {
    int x = Math.clamp(Math.round(column), 0, old.width() - 1);
    int y = Math.clamp(Math.round(row), 0, old.height() - 1);
    return old.inverseDepth(y * old.width() + x);
  }

  private static int bilinear(Shot old, double column, double row) {
    int x = (int) Math.floor(column);
    int y = (int) Math.floor(row);
    double right = column - x;
    double up = row - y;
    int lower = mixed(at(old, x, y), at(old, x + 1, y), right);
    int upper = mixed(at(old, x, y + 1), at(old, x + 1, y + 1), right);
    return mixed(lower, upper, up);
  }

  private static int at(Shot old, int x, int y) {
    return old.rgba(
        Math.clamp(y, 0, old.height() - 1) * old.width() + Math.clamp(x, 0, old.width() - 1));
  }

  static int mixed(int a, int b, double share) {
    int mixed = Shot.OPAQUE;
    for (int shift = 0; shift < 24; shift += 8) {
      int from = a >>> shift & 255;
      int to = b >>> shift & 255;
      mixed |= (int) (from + (to - from) * share + 0.5) << shift;
    }
    return mixed;
  }
}
