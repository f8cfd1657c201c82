package org.saccade.xr;

import java.util.List;

/**
 * What a rig knows for one moment: the head, the views to draw (world space), and the gaze.
 *
 * @param timeNanos the moment on the rig's clock the poses are for
 */
public record RigFrame(long timeNanos, Pose head, List<ViewPose> views, Gaze gaze) {
  public RigFrame {
    views = List.copyOf(views);
  }
}
