package org.saccade.render.pass;

import org.joml.Matrix4fc;
import org.joml.Vector3f;
import org.joml.Vector3fc;

/** How much of a mesh may be lost where it stands in a view. Reused; the renderer's thread. */
final class LevelPicker {
  /** Wider from the view's axis nothing is seen that is not also nearer to it. */
  private static final double LEAST_COSINE = 0.3;

  private final Vector3f axis = new Vector3f();
  private Detail detail = new Detail(1, axis, 0, 0, Detail.ALONE);
  private double pixelRadians;

  /** Takes the view and what it wants. */
  void set(Detail wanted, DrawView view) {
    detail = wanted;
    Matrix4fc rotation = view.rotation();
    axis.set(-rotation.m02(), -rotation.m12(), -rotation.m22());
    pixelRadians = 2 / (Math.abs(view.projection().m11()) * view.height());
  }

  /** The pass that the view is drawn for. */
  int pass() {
    return detail.pass();
  }

  /**
   * Metres that may be lost of what is in a box, 0 while the eye is inside.
   *
   * @param x of its middle from the eye; so are y and z
   */
  double lostMetres(float x, float y, float z, float halfX, float halfY, float halfZ) {
    double dx = Math.max(0, Math.abs(x) - halfX);
    double dy = Math.max(0, Math.abs(y) - halfY);
    double dz = Math.max(0, Math.abs(z) - halfZ);
    double nearest = Math.sqrt(dx * dx + dy * dy + dz * dz);
    double middle = Math.max(1e-6, Math.sqrt((double) x * x + (double) y * y + (double) z * z));
    double cosine = Math.clamp(along(axis, x, y, z) / middle, LEAST_COSINE, 1.0);
    double radius = Math.sqrt(halfX * halfX + halfY * halfY + halfZ * halfZ);
    double away = Math.acos(Math.clamp(along(detail.gaze(), x, y, z) / middle, -1.0, 1.0));
    double eccentricity = away - Math.asin(Math.min(1, radius / middle));
    return nearest * detail.lostRadians(pixelRadians, cosine, eccentricity);
  }

  private static double along(Vector3fc direction, float x, float y, float z) {
    return direction.x() * x + direction.y() * y + direction.z() * z;
  }
}
