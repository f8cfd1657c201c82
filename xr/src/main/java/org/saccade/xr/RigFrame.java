package org.saccade.xr;

import java.util.List;

/**
 * What a rig knows for one moment: the head, the views to draw (world space), and the gaze.
 *
 * @param timeNanos the moment on the rig's clock the poses are for
 * @param isTracked whether the head is wholly measured; else a part of it is kept or guessed
 */
public record RigFrame(
    long timeNanos, Pose head, List<ViewPose> views, Gaze gaze, boolean isTracked) {
  public RigFrame {
    views = List.copyOf(views);
  }

  /** Of a head that is known for certain. */
  public RigFrame(long timeNanos, Pose head, List<ViewPose> views, Gaze gaze) {
    this(timeNanos, head, views, gaze, true);
  }
}
