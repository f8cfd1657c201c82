package org.saccade.xr.runtime;

import static org.lwjgl.openxr.EXTHandTracking.*;
import static org.lwjgl.openxr.XR10.*;
import static org.lwjgl.system.MemoryUtil.memGetFloat;
import static org.lwjgl.system.MemoryUtil.memGetLong;

import org.jspecify.annotations.Nullable;
import org.lwjgl.openxr.XrHandJointLocationEXT;
import org.lwjgl.openxr.XrHandJointLocationsEXT;
import org.lwjgl.openxr.XrHandJointsLocateInfoEXT;
import org.lwjgl.openxr.XrHandTrackerCreateInfoEXT;
import org.lwjgl.openxr.XrHandTrackerEXT;
import org.lwjgl.system.MemoryStack;
import org.saccade.xr.Hand;
import org.saccade.xr.HandJoints;

/** The bones of one hand, where cameras or a controller's sensors see them. Frame thread. */
final class HandTracker implements AutoCloseable {
  private static final long BOTH =
      XR_SPACE_LOCATION_ORIENTATION_VALID_BIT | XR_SPACE_LOCATION_POSITION_VALID_BIT;

  private final XrHandTrackerEXT raw;
  private final XrHandJointLocationEXT.Buffer places =
      XrHandJointLocationEXT.calloc(HandJoints.COUNT);
  private final XrHandJointLocationsEXT found = XrHandJointLocationsEXT.calloc();
  private final XrHandJointsLocateInfoEXT info = XrHandJointsLocateInfoEXT.calloc();
  private final HandJoints joints = new HandJoints();

  private HandTracker(XrHandTrackerEXT raw, Space play) {
    this.raw = raw;
    found.type$Default().jointLocations(places);
    info.type$Default().baseSpace(play.raw());
  }

  /** Follows a hand; null where the headset sees none. */
  static @Nullable HandTracker create(XrSession session, Space play, Hand hand) {
    if (!session.system().hasHands()) {
      return null;
    }
    try (var stack = MemoryStack.stackPush()) {
      var info =
          XrHandTrackerCreateInfoEXT.calloc(stack)
              .type$Default()
              .hand(hand == Hand.LEFT ? XR_HAND_LEFT_EXT : XR_HAND_RIGHT_EXT)
              .handJointSet(XR_HAND_JOINT_SET_DEFAULT_EXT);
      var made = stack.mallocPointer(1);
      XrResults.check("xrCreateHandTrackerEXT", xrCreateHandTrackerEXT(session.raw(), info, made));
      return new HandTracker(new XrHandTrackerEXT(made.get(0), session.raw()), play);
    }
  }

  /** The joints at an instant of the runtime's, good until the next; null while unseen. */
  @Nullable HandJoints locate(long xrTime) {
    info.time(xrTime);
    boolean isTimeKnown =
        XrCost.isKnown(
            "xrLocateHandJointsEXT", XrCost.call(), xrLocateHandJointsEXT(raw, info, found));
    if (!isTimeKnown || !found.isActive()) {
      return null;
    }
    for (int i = 0; i < HandJoints.COUNT; i++) {
      long place = places.address() + (long) i * XrHandJointLocationEXT.SIZEOF;
      if ((memGetLong(place + XrHandJointLocationEXT.LOCATIONFLAGS) & BOTH) != BOTH) {
        return null;
      }
      float radius = memGetFloat(place + XrHandJointLocationEXT.RADIUS);
      long at = place + XrHandJointLocationEXT.POSE;
      joints.setPosition(i, NativePose.x(at), NativePose.y(at), NativePose.z(at), radius);
      joints.setOrientation(
          i, NativePose.qx(at), NativePose.qy(at), NativePose.qz(at), NativePose.qw(at));
    }
    return joints;
  }

  @Override
  public void close() {
    xrDestroyHandTrackerEXT(raw); // after a loss it fails, and frees all the same
    places.free();
    found.free();
    info.free();
  }
}
