package org.saccade.client.run;

import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.saccade.offload.fov.AcuitySettings;
import org.saccade.render.pass.Detail;
import org.saccade.xr.Gaze;
import org.saccade.xr.ViewPose;

/** How coarse the device's meshes may be, by what pixels and eyes resolve. Pure. */
final class Eyesight {
  private static final AcuitySettings EYE = AcuitySettings.STANDARD;
  private static final Vector3fc ANYWHERE = new Vector3f(0, 0, -1);

  private Eyesight() {}

  /** For an eye that may look anywhere: what no pixel shows is spared. */
  static Detail unknown(int allowance) {
    return new Detail(allowance, ANYWHERE, 0, 0, Detail.VIEW);
  }

  /** The same for a still picture, which follows no other. */
  static Detail still() {
    return new Detail(1, ANYWHERE, 0, 0, Detail.ALONE);
  }

  /**
   * For pictures that are finer around the gaze: also what the eye cannot see beside it.
   *
   * @param view turned as the head is
   * @param gaze in head space
   */
  static Detail foveated(int allowance, ViewPose view, Gaze gaze) {
    var world = new Vector3f(gaze.x(), gaze.y(), gaze.z());
    view.pose().orientation(new Quaternionf()).transform(world).normalize();
    return new Detail(allowance, world, EYE.foveaRadians(), EYE.slope(), Detail.VIEW);
  }
}
