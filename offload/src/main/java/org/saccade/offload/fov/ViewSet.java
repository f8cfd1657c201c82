package org.saccade.offload.fov;

import java.util.List;
import org.joml.Quaternionfc;
import org.joml.Vector3f;
import org.joml.Vector3fc;

/**
 * The views of one instant as planes: five a view (left, right, bottom, top, front), normals
 * pointing inside, once with the guard band and once without. Reused; frame thread.
 */
final class ViewSet {
  static final int PLANES = 5;

  private final float[] guarded = new float[PlanInput.MAX_VIEWS * PLANES * 3];
  private final float[] tight = new float[PlanInput.MAX_VIEWS * PLANES * 3];
  private final float[] offsets = new float[PlanInput.MAX_VIEWS * PLANES];
  private final float[] tightOffsets = new float[PlanInput.MAX_VIEWS * PLANES];
  private final float[] forwards = new float[PlanInput.MAX_VIEWS * 3];
  private final double[] eyes = new double[PlanInput.MAX_VIEWS * 3];
  private final Vector3f scratch = new Vector3f();
  private int size;
  private final double[] densities = new double[PlanInput.MAX_VIEWS];
  private final double[] corners = new double[PlanInput.MAX_VIEWS];
  private double pixelsPerRadian;
  private double x;
  private double y;
  private double z;

  /** Takes over the views. */
  void set(List<ViewFrustum> views, float guardRadians) {
    size = views.size();
    pixelsPerRadian = 0;
    x = 0;
    y = 0;
    z = 0;
    for (int i = 0; i < size; i++) {
      var view = views.get(i);
      planes(guarded, i, view, guardRadians);
      planes(tight, i, view, 0);
      scratch.set(0, 0, -1).rotate(view.orientation()).normalize();
      put(forwards, i, scratch);
      var eye = view.eye();
      eyes[3 * i] = eye.x();
      eyes[3 * i + 1] = eye.y();
      eyes[3 * i + 2] = eye.z();
      x += eye.x() / size;
      y += eye.y() / size;
      z += eye.z() / size;
      densities[i] = view.pixelsPerRadian();
      corners[i] = view.cornerRadians();
      pixelsPerRadian = Math.max(pixelsPerRadian, densities[i]);
    }
  }

  /** Makes the planes' offsets relative to a panorama's centre. */
  void relativeTo(double centreX, double centreY, double centreZ) {
    for (int i = 0; i < size; i++) {
      float ex = (float) (eyes[3 * i] - centreX);
      float ey = (float) (eyes[3 * i + 1] - centreY);
      float ez = (float) (eyes[3 * i + 2] - centreZ);
      for (int plane = i * PLANES; plane < (i + 1) * PLANES; plane++) {
        offsets[plane] = along(guarded, plane, ex, ey, ez);
        tightOffsets[plane] = along(tight, plane, ex, ey, ez);
      }
    }
  }

  private static float along(float[] normals, int plane, float x, float y, float z) {
    return normals[3 * plane] * x + normals[3 * plane + 1] * y + normals[3 * plane + 2] * z;
  }

  int size() {
    return size;
  }

  /** The middle between the eyes, metres. */
  double x() {
    return x;
  }

  double y() {
    return y;
  }

  double z() {
    return z;
  }

  double pixelsPerRadian() {
    return pixelsPerRadian;
  }

  /**
   * Pixels a radian where a unit direction is shown, and up to {@code outwards} radians from there
   * towards a corner: a flat view spends more of them on a radian the farther from its axis, 1 /
   * cos^3 of the angle on a steradian. Outside the views, as in their middle.
   */
  double pixelsPerRadian(float dx, float dy, float dz, double outwards) {
    double most = 0;
    for (int i = 0; i < size; i++) {
      double cosine = forwards[3 * i] * dx + forwards[3 * i + 1] * dy + forwards[3 * i + 2] * dz;
      double angle = Math.acos(Math.clamp(cosine, -1, 1));
      if (angle - outwards < corners[i]) {
        double shown = Math.cos(Math.min(angle + outwards, corners[i]));
        most = Math.max(most, densities[i] / (shown * Math.sqrt(shown)));
      }
    }
    return most > 0 ? most : pixelsPerRadian;
  }

  /** Component 0..2 of the normal of a plane widened by the guard band. */
  float guarded(int plane, int component) {
    return guarded[3 * plane + component];
  }

  /** Component 0..2 of the normal of a plane of the view itself. */
  float tight(int plane, int component) {
    return tight[3 * plane + component];
  }

  /** What {@code normal . (point - centre)} must reach to be inside a plane with its guard band. */
  float offset(int plane) {
    return offsets[plane];
  }

  /** The same for a plane of the view itself. */
  float tightOffset(int plane) {
    return tightOffsets[plane];
  }

  /** How far a view's axis points along a direction. */
  float forwardAlong(int view, Vector3fc direction) {
    return direction.dot(forwards[3 * view], forwards[3 * view + 1], forwards[3 * view + 2]);
  }

  /** Cosine of the smallest angle between a unit direction and a view's axis. */
  float cosineToAxis(float dx, float dy, float dz) {
    float best = -1;
    for (int i = 0; i < size; i++) {
      best =
          Math.max(
              best, forwards[3 * i] * dx + forwards[3 * i + 1] * dy + forwards[3 * i + 2] * dz);
    }
    return best;
  }

  private void planes(float[] to, int index, ViewFrustum view, float guard) {
    int at = index * PLANES;
    var turn = view.orientation();
    plane(to, at, turn, scratch.set(1, 0, (float) Math.tan(widened(view.left(), -guard))));
    plane(to, at + 1, turn, scratch.set(-1, 0, -(float) Math.tan(widened(view.right(), guard))));
    plane(to, at + 2, turn, scratch.set(0, 1, (float) Math.tan(widened(view.down(), -guard))));
    plane(to, at + 3, turn, scratch.set(0, -1, -(float) Math.tan(widened(view.up(), guard))));
    plane(to, at + 4, turn, scratch.set(0, 0, -1));
  }

  private static double widened(float angle, float by) {
    return Math.clamp(angle + by, -1.56, 1.56);
  }

  private static void plane(float[] to, int plane, Quaternionfc turn, Vector3f normal) {
    put(to, plane, normal.rotate(turn).normalize());
  }

  private static void put(float[] to, int index, Vector3f value) {
    to[3 * index] = value.x;
    to[3 * index + 1] = value.y;
    to[3 * index + 2] = value.z;
  }
}
