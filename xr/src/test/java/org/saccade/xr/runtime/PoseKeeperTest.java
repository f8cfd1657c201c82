package org.saccade.xr.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lwjgl.openxr.XR10.XR_SPACE_LOCATION_ORIENTATION_TRACKED_BIT;
import static org.lwjgl.openxr.XR10.XR_SPACE_LOCATION_ORIENTATION_VALID_BIT;
import static org.lwjgl.openxr.XR10.XR_SPACE_LOCATION_POSITION_TRACKED_BIT;
import static org.lwjgl.openxr.XR10.XR_SPACE_LOCATION_POSITION_VALID_BIT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.xr.Fov;
import org.saccade.xr.Pose;
import org.saccade.xr.ViewPose;

class PoseKeeperTest {
  private static final long TURN = XR_SPACE_LOCATION_ORIENTATION_VALID_BIT;
  private static final long PLACE = XR_SPACE_LOCATION_POSITION_VALID_BIT;
  private static final Fov FOV = Fov.symmetric(1.5, 1);

  private final PoseKeeper keeper = new PoseKeeper(1.65, 2);

  private static Pose turned(double yaw) {
    return Pose.looking(0, 0, 0, yaw, 0);
  }

  private static List<ViewPose> eyes(Pose head, double aside) {
    return List.of(
        new ViewPose(new Pose(-aside, 0, 0, 0, 0, 0, 1).in(head), FOV),
        new ViewPose(new Pose(aside, 0, 0, 0, 0, 0, 1).in(head), FOV));
  }

  private void see(long flags, Pose head, double aside) {
    keeper.seeHead(flags, head);
    keeper.seeViews(flags, eyes(head, aside));
  }

  private static void assertAt(double x, double y, double z, Pose pose) {
    assertEquals(0, pose.distanceTo(new Pose(x, y, z, 0, 0, 0, 1)), 1e-6, pose::toString);
  }

  @Test
  void whatIsKnownIsTakenAsItIs() {
    var head = Pose.looking(1, 1.7, 2, 0.5, 0.1);
    see(TURN | PLACE, head, 0.03);
    assertEquals(head, keeper.head());
    assertEquals(eyes(head, 0.03), keeper.views());
  }

  @Test
  void whatARuntimeCallsValidIsNotYetMeasured() {
    long tracked =
        XR_SPACE_LOCATION_ORIENTATION_TRACKED_BIT | XR_SPACE_LOCATION_POSITION_TRACKED_BIT;
    assertTrue(PoseKeeper.isTracked(TURN | PLACE | tracked));
    assertFalse(PoseKeeper.isTracked(TURN | PLACE));
    assertFalse(PoseKeeper.isTracked(TURN | PLACE | XR_SPACE_LOCATION_ORIENTATION_TRACKED_BIT));
    assertFalse(PoseKeeper.isTracked(TURN | XR_SPACE_LOCATION_ORIENTATION_TRACKED_BIT));
  }

  @Test
  void aHeadsetThatOnlyTurnsIsSeenFromStandingHeight() {
    assertFalse(keeper.isLocated());
    see(TURN, turned(Math.PI / 2), 0);
    assertTrue(keeper.isLocated());
    assertAt(0, 1.65, 0, keeper.head());
    // looking left, the left eye is the nearer to the person's back
    assertAt(0, 1.65, 0.0315, keeper.views().get(0).pose());
    assertAt(0, 1.65, -0.0315, keeper.views().get(1).pose());
    assertEquals(0, keeper.views().get(0).pose().angleTo(turned(Math.PI / 2)), 1e-4);
    assertEquals(FOV, keeper.views().get(0).fov());
  }

  @Test
  void aLostPlaceIsKeptWhileTheHeadTurnsOn() {
    see(TURN | PLACE, Pose.looking(1, 1.7, 2, 0, 0), 0.04);
    see(TURN, turned(Math.PI), 0);
    assertAt(1, 1.7, 2, keeper.head());
    assertEquals(0, keeper.head().angleTo(turned(Math.PI)), 1e-4);
    assertAt(1.04, 1.7, 2, keeper.views().get(0).pose());
    assertAt(0.96, 1.7, 2, keeper.views().get(1).pose());
  }

  @Test
  void whatIsNotKnownAtAllStays() {
    var head = Pose.looking(1, 1.7, 2, 0.5, 0.1);
    see(TURN | PLACE, head, 0.03);
    see(PLACE, Pose.IDENTITY, 0);
    see(0, Pose.IDENTITY, 0);
    assertEquals(head, keeper.head());
    assertEquals(eyes(head, 0.03), keeper.views());
  }

  @Test
  void whatIsKeptIsGivenFromANewOrigin() {
    see(TURN | PLACE, Pose.looking(1, 1.7, 2, 0, 0), 0.04);
    keeper.move(Pose.looking(1, 0, 2, Math.PI, 0));
    assertAt(0, 1.7, 0, keeper.head());
    assertAt(0.04, 1.7, 0, keeper.views().get(0).pose());
    see(TURN, turned(0), 0); // and with the next turn it is still there
    assertAt(0, 1.7, 0, keeper.head());
    assertAt(-0.04, 1.7, 0, keeper.views().get(0).pose());
  }
}
