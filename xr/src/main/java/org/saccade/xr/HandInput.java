package org.saccade.xr;

import org.jspecify.annotations.Nullable;

/**
 * What one hand does in a frame, by its controller or its own gestures. Immutable.
 *
 * @param grip where it holds things, in the play space, as OpenXR's grip pose: in the middle of a
 *     fist, -Z towards its thumb; where last seen while {@code isGripTracked} is false
 * @param aim where it points from, in the play space, along -Z; likewise
 * @param isGripTracked whether the grip is known for this frame
 * @param isAimTracked whether the aim is known for this frame
 * @param trigger how far it is pulled, or how firmly the hand points, 0 to 1
 * @param squeeze how firmly it grabs, 0 to 1
 * @param stickX the stick to the right, -1 to 1
 * @param stickY the stick away from the person, -1 to 1
 * @param isMenuPressed whether it asks for the menu
 * @param isTeleportPressed whether it aims at a place to go to
 * @param joints its bones; null while they are not seen
 */
public record HandInput(
    Pose grip,
    Pose aim,
    boolean isGripTracked,
    boolean isAimTracked,
    float trigger,
    float squeeze,
    float stickX,
    float stickY,
    boolean isMenuPressed,
    boolean isTeleportPressed,
    @Nullable HandJoints joints) {
  /** Nothing is known of it, and it does nothing. */
  public static final HandInput RESTING =
      new HandInput(Pose.IDENTITY, Pose.IDENTITY, false, false, 0, 0, 0, 0, false, false, null);

  /** The same hand, which takes back that it wanted to teleport: it aims at nothing. */
  public HandInput withoutTeleport() {
    return new HandInput(
        grip,
        aim,
        isGripTracked,
        false,
        trigger,
        squeeze,
        stickX,
        stickY,
        isMenuPressed,
        false,
        joints);
  }

  /**
   * The same hand while it is lost to sight for a moment: it stays, and goes on with what it did.
   */
  HandInput held() {
    return new HandInput(
        grip,
        aim,
        false,
        isAimTracked,
        trigger,
        squeeze,
        stickX,
        stickY,
        isMenuPressed,
        isTeleportPressed,
        null);
  }

  /** The same hand where it was, letting go of everything. */
  public HandInput rested() {
    return new HandInput(grip, aim, false, false, 0, 0, 0, 0, false, false, null);
  }
}
