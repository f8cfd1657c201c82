package org.saccade.xr;

import java.util.List;

/**
 * A head that follows a motion through the scene, on the caller's clock: a headset's stand-in for
 * measurements, and for watching a recording. Frame thread only.
 */
public final class TraceRig implements Rig {
  private final Motion motion;
  private final Pose origin;
  private final long startNanos;
  private double verticalFov;
  private double aspect;
  private Fov fov;

  /**
   * Begins the motion at {@code startNanos}.
   *
   * @param verticalFov radians
   */
  public TraceRig(
      Motion motion, Origin origin, long startNanos, double verticalFov, double aspect) {
    this.motion = motion;
    this.origin = origin.pose();
    this.startNanos = startNanos;
    this.verticalFov = verticalFov;
    this.aspect = aspect;
    fov = Fov.symmetric(verticalFov, aspect);
  }

  @Override
  public RigFrame locate(long displayNanos) {
    double seconds = Math.max(0, displayNanos - startNanos) * 1e-9;
    var head = motion.poseAt(seconds).in(origin);
    var measured = motion.gazeAt(seconds);
    var gaze =
        measured.isPresent()
            ? at(measured.get(), startNanos + measured.get().sampleNanos())
            : Gaze.centre(displayNanos);
    return new RigFrame(displayNanos, head, List.of(new ViewPose(head, fov)), gaze);
  }

  @Override
  public void reshape(double newAspect) {
    if (newAspect != aspect) {
      aspect = newAspect;
      fov = Fov.symmetric(verticalFov, aspect);
    }
  }

  @Override
  public void setVerticalFov(double radians) {
    if (radians != verticalFov) {
      verticalFov = radians;
      fov = Fov.symmetric(verticalFov, aspect);
    }
  }

  private static Gaze at(Gaze gaze, long nanos) {
    return new Gaze(gaze.x(), gaze.y(), gaze.z(), nanos, gaze.source());
  }
}
