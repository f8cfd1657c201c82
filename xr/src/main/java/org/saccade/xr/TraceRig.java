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
  }

  @Override
  public RigFrame locate(long displayNanos) {
    double seconds = Math.max(0, displayNanos - startNanos) * 1e-9;
    var head = motion.poseAt(seconds).in(origin);
    var gaze = motion.gazeAt(seconds).map(seen -> at(seen, displayNanos));
    var view = new ViewPose(head, Fov.symmetric(verticalFov, aspect));
    return new RigFrame(
        displayNanos, head, List.of(view), gaze.orElseGet(() -> Gaze.centre(displayNanos)));
  }

  @Override
  public void reshape(double newAspect) {
    aspect = newAspect;
  }

  @Override
  public void setVerticalFov(double radians) {
    verticalFov = radians;
  }

  private static Gaze at(Gaze gaze, long nanos) {
    return new Gaze(gaze.x(), gaze.y(), gaze.z(), nanos, gaze.source());
  }
}
