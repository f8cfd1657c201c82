package org.saccade.xr;

import java.util.List;

/**
 * A person in a headset: the play space stands somewhere in the world, and the person in it moves
 * as the runtime says. Frame thread only.
 */
public final class OpenXrRig implements Rig {
  private static final long NEVER = Long.MIN_VALUE;

  private final Headset headset;
  private Pose origin;
  private Pose shownHead = Pose.IDENTITY;
  private long shownNanos = NEVER;

  /** The play space's floor begins at {@code start}, turned as it is. */
  public OpenXrRig(Headset headset, Origin start) {
    this.headset = headset;
    origin = lifted(start.pose());
  }

  private Pose lifted(Pose floor) {
    return new Pose(
        floor.x(),
        floor.y() + headset.floorBelowOrigin(),
        floor.z(),
        floor.qx(),
        floor.qy(),
        floor.qz(),
        floor.qw());
  }

  @Override
  public RigFrame locate(long displayNanos) {
    var seen = headset.locate(displayNanos);
    shownHead = seen.head();
    shownNanos = displayNanos;
    return new RigFrame(displayNanos, seen.head().in(origin), inWorld(seen.views()), seen.gaze());
  }

  /**
   * The realised pose error of the frame located last: by how many radians the head was turned away
   * at its display time from where it had been expected. Ask before the next {@link #locate}; NaN
   * while the display time is to come, or where the runtime keeps no history.
   */
  public double realisedErrorRadians(long nowNanos) {
    if (shownNanos == NEVER || nowNanos - shownNanos < 0) {
      return Double.NaN;
    }
    var was = headset.headAt(shownNanos);
    return was == null ? Double.NaN : was.angleTo(shownHead);
  }

  private List<ViewPose> inWorld(List<ViewPose> views) {
    if (views.size() == 2) { // the usual pair: no list to grow
      return List.of(inWorld(views.get(0)), inWorld(views.get(1)));
    }
    return views.stream().map(this::inWorld).toList();
  }

  private ViewPose inWorld(ViewPose view) {
    return new ViewPose(view.pose().in(origin), view.fov());
  }

  /** A headset's pictures have the shape the runtime asks for. */
  @Override
  public void reshape(double aspect) {}

  /** A headset's field of view is the runtime's. */
  @Override
  public void setVerticalFov(double radians) {}
}
