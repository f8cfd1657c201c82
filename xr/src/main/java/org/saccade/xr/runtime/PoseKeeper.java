package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.XR_SPACE_LOCATION_ORIENTATION_TRACKED_BIT;
import static org.lwjgl.openxr.XR10.XR_SPACE_LOCATION_ORIENTATION_VALID_BIT;
import static org.lwjgl.openxr.XR10.XR_SPACE_LOCATION_POSITION_TRACKED_BIT;
import static org.lwjgl.openxr.XR10.XR_SPACE_LOCATION_POSITION_VALID_BIT;

import java.util.List;
import java.util.stream.IntStream;
import org.saccade.xr.Fov;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;

/**
 * Makes of what a runtime knows a head and views that are always there. Where only the turn is
 * known, as by a headset that follows no position or has lost it, the head turns in its last place,
 * or at a standing person's height, and the eyes go with it. Where nothing is known all stays.
 * Frame thread.
 *
 * <p>Flags are XrSpaceLocationFlags; those of views have the same bits.
 */
final class PoseKeeper {
  /** Half of what lies between most people's eyes. */
  private static final double ASIDE_METRES = 0.0315;

  private static final long BOTH =
      XR_SPACE_LOCATION_ORIENTATION_VALID_BIT | XR_SPACE_LOCATION_POSITION_VALID_BIT;

  private static final long TRACKED =
      BOTH | XR_SPACE_LOCATION_ORIENTATION_TRACKED_BIT | XR_SPACE_LOCATION_POSITION_TRACKED_BIT;

  private Pose head;
  private List<ViewPose> views;
  private boolean isLocated;

  /** A head and views that belong together, wholly known. */
  private Pose wholeHead = Pose.IDENTITY;

  private List<ViewPose> wholeViews;

  /**
   * @param eyeHeight where a head stands over the play space's origin until it is known, metres
   */
  PoseKeeper(double eyeHeight, int count) {
    head = new Pose(0, eyeHeight, 0, 0, 0, 0, 1);
    var fov = Fov.symmetric(Math.PI / 2, 1);
    wholeViews =
        IntStream.range(0, count).mapToObj(i -> new ViewPose(aside(i, count), fov)).toList();
    views = wholeViews.stream().map(view -> new ViewPose(view.pose().in(head), fov)).toList();
  }

  private static Pose aside(int view, int count) {
    double x = count < 2 ? 0 : view % 2 == 0 ? -ASIDE_METRES : ASIDE_METRES;
    return new Pose(x, 0, 0, 0, 0, 0, 1);
  }

  static boolean isWhole(long flags) {
    return (flags & BOTH) == BOTH;
  }

  /** Whether it is measured, turn and place: runtimes call their own guesses valid, too. */
  static boolean isTracked(long flags) {
    return (flags & TRACKED) == TRACKED;
  }

  static boolean isTurnKnown(long flags) {
    return (flags & XR_SPACE_LOCATION_ORIENTATION_VALID_BIT) != 0;
  }

  /** The head, as far as the flags say. */
  void seeHead(long flags, Pose seen) {
    if (isWhole(flags)) {
      head = seen;
    } else if (isTurnKnown(flags)) {
      head = placed(seen, head);
    }
  }

  /** The views of the head that was seen last, as far as the flags say. */
  void seeViews(long flags, List<ViewPose> seen) {
    if (isWhole(flags)) {
      views = seen;
      wholeHead = head;
      wholeViews = seen;
    } else if (isTurnKnown(flags)) {
      views = IntStream.range(0, seen.size()).mapToObj(i -> carried(i, seen.get(i))).toList();
    }
    isLocated |= isTurnKnown(flags);
  }

  private ViewPose carried(int view, ViewPose seen) {
    var inHead = wholeViews.get(view).pose().in(wholeHead.inverse());
    return new ViewPose(placed(seen.pose(), inHead.in(head)), seen.fov());
  }

  private static Pose placed(Pose turn, Pose place) {
    return new Pose(place.x(), place.y(), place.z(), turn.qx(), turn.qy(), turn.qz(), turn.qw());
  }

  /** What is kept is given from another origin from now on, which was here. */
  void move(Pose origin) {
    var back = origin.inverse();
    head = head.in(back);
    views = views.stream().map(view -> new ViewPose(view.pose().in(back), view.fov())).toList();
  }

  Pose head() {
    return head;
  }

  List<ViewPose> views() {
    return views;
  }

  /** Whether it was ever known how the views are turned. */
  boolean isLocated() {
    return isLocated;
  }
}
