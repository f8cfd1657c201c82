package org.saccade.offload.fov;

import org.joml.Vector3f;
import org.joml.Vector3fc;

/**
 * For every pixel of a view how far from the gaze it lies and how much it counts: by solid angle,
 * times the square of the finest angle resolved by the one resolved there. Pixels are in rows from
 * the lowest, as GL has them. Pure.
 */
public final class EyeMap {
  private final float[] eccentricities;
  private final float[] steradians;
  private final float[] weights;

  /** Of a view and a gaze, a unit vector in the world that may point outside of the view. */
  public EyeMap(ViewFrustum view, Vector3fc gaze, AcuitySettings acuity) {
    int width = view.widthPixels();
    int height = view.heightPixels();
    eccentricities = new float[width * height];
    steradians = new float[width * height];
    weights = new float[width * height];
    var look = view.orientation().transformInverse(new Vector3f(gaze)).normalize();
    double left = Math.tan(view.left());
    double low = Math.tan(view.down());
    double across = (Math.tan(view.right()) - left) / width;
    double up = (Math.tan(view.up()) - low) / height;
    for (int i = 0; i < weights.length; i++) {
      int row = i / width;
      double x = left + (i % width + 0.5) * across;
      double y = low + (row + 0.5) * up;
      double length = Math.sqrt(1 + x * x + y * y);
      double cosine = (x * look.x + y * look.y - look.z) / length;
      double eccentricity = Math.acos(Math.clamp(cosine, -1, 1));
      double ratio = acuity.foveaRadians() / acuity.resolvedRadians(eccentricity);
      eccentricities[i] = (float) eccentricity;
      steradians[i] = (float) (across * up / (length * length * length));
      weights[i] = (float) (steradians[i] * ratio * ratio);
    }
  }

  /** Angles from the gaze, radians; live. */
  public float[] eccentricities() {
    return eccentricities;
  }

  /** Solid angles; live. */
  public float[] steradians() {
    return steradians;
  }

  /** Solid angles weighted by acuity; live. */
  public float[] weights() {
    return weights;
  }
}
