package org.saccade.offload.predict.train;

import org.joml.Quaterniond;
import org.joml.Quaternionfc;
import org.joml.Vector3d;
import org.joml.Vector3fc;

/** How far apart what was foreseen and what came are. */
public final class Errors {
  private Errors() {}

  /** The angle between two orientations, radians. */
  public static double angle(Quaternionfc foreseen, Quaterniond came) {
    var difference = new Quaterniond(foreseen).conjugate().mul(came);
    double sine =
        Math.sqrt(
            difference.x * difference.x
                + difference.y * difference.y
                + difference.z * difference.z);
    return 2 * Math.atan2(sine, Math.abs(difference.w));
  }

  /** The angle between two directions, radians. */
  public static double angle(Vector3fc foreseen, Vector3d came) {
    var direction = new Vector3d(foreseen);
    double cosine = direction.dot(came);
    return Math.atan2(direction.cross(came).length(), cosine);
  }
}
