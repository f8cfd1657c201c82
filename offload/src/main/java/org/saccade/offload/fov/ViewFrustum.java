package org.saccade.offload.fov;

import org.joml.Quaternionf;
import org.joml.Quaternionfc;
import org.joml.Vector3dc;

/**
 * One view as the tiles see it: where it is, how it is turned, how wide and how fine it is.
 *
 * @param eye place in the world, metres
 * @param orientation from view space (-Z forward, +Y up) to the world; made unit where it is not
 * @param left angle of the left edge, radians, negative when left of the axis
 * @param right angle of the right edge, radians
 * @param up angle of the upper edge, radians
 * @param down angle of the lower edge, radians, negative when below the axis
 * @param widthPixels pixels the view is drawn with
 * @param heightPixels pixels the view is drawn with
 */
public record ViewFrustum(
    Vector3dc eye,
    Quaternionfc orientation,
    float left,
    float right,
    float up,
    float down,
    int widthPixels,
    int heightPixels) {
  public ViewFrustum {
    if (!(right > left
        && up > down
        && Math.max(right, up) < 1.56
        && Math.min(left, down) > -1.56)) {
      throw new IllegalArgumentException(
          "view angles are left %s right %s up %s down %s; expected left < right, down < up, in +-1.56"
              .formatted(left, right, up, down));
    }
    if (!eye.isFinite()) {
      throw new IllegalArgumentException(
          "view is at (%s, %s, %s); expected finite metres".formatted(eye.x(), eye.y(), eye.z()));
    }
    float square = orientation.lengthSquared();
    if (!(square > 1e-6f && square < 1e6f)) {
      throw new IllegalArgumentException(
          "view's orientation has the squared length %s; expected 1".formatted(square));
    }
    if (Math.abs(square - 1) > 1e-3f) {
      orientation = new Quaternionf(orientation).normalize();
    }
    if (widthPixels < 1 || heightPixels < 1) {
      throw new IllegalArgumentException(
          "view is %dx%d pixels; expected at least 1x1".formatted(widthPixels, heightPixels));
    }
  }

  /** A view with the same angle to all four sides; {@code fieldOfView} is the full one, radians. */
  public static ViewFrustum symmetric(
      Vector3dc eye, Quaternionfc orientation, float fieldOfView, int pixels) {
    float half = fieldOfView / 2;
    return new ViewFrustum(eye, orientation, -half, half, half, -half, pixels, pixels);
  }

  /** Pixels a radian in the middle of the view, along the finer axis. */
  public double pixelsPerRadian() {
    return Math.max(
        widthPixels / (Math.tan(right) - Math.tan(left)),
        heightPixels / (Math.tan(up) - Math.tan(down)));
  }

  /** The angle between the view's axis and its farthest corner, radians. */
  public double cornerRadians() {
    double across = Math.max(Math.tan(right), -Math.tan(left));
    double along = Math.max(Math.tan(up), -Math.tan(down));
    return Math.atan(Math.hypot(across, along));
  }
}
