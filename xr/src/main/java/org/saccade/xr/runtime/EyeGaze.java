package org.saccade.xr.runtime;

import static org.lwjgl.openxr.EXTEyeGazeInteraction.XR_EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME;
import static org.lwjgl.openxr.XR10.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lwjgl.openxr.XrEyeGazeSampleTimeEXT;
import org.lwjgl.openxr.XrSpaceLocation;
import org.saccade.xr.Gaze;
import org.saccade.xr.GazeKeeper;

/** Where an eye tracker sees the eyes look, in head space. Frame thread. */
public final class EyeGaze implements AutoCloseable {
  private static final String PROFILE = "/interaction_profiles/ext/eye_gaze_interaction";
  private static final String EYES = "/user/eyes_ext";

  private final ActionSet set;
  private final Space gaze;
  private final Space head;
  private final long user;
  private final XrClock clock;
  private final XrSpaceLocation location = XrSpaceLocation.calloc();
  private final XrEyeGazeSampleTimeEXT sample = XrEyeGazeSampleTimeEXT.calloc();
  private final GazeKeeper keeper = new GazeKeeper();

  private EyeGaze(ActionSet set, Space gaze, Space head, long user, XrClock clock) {
    this.set = set;
    this.gaze = gaze;
    this.head = head;
    this.user = user;
    this.clock = clock;
    sample.type$Default();
    location.type$Default().next(sample.address());
  }

  /** The session's eye tracker; null where there is none, or where it was not asked for. */
  static @Nullable EyeGaze create(XrSession session, Space head) {
    var instance = session.instance();
    if (!instance.has(XR_EXT_EYE_GAZE_INTERACTION_EXTENSION_NAME) || !session.system().hasGaze()) {
      return null;
    }
    var set = ActionSet.create(instance, "eyes", "Eyes");
    try {
      var action = set.action("gaze", "Gaze", XR_ACTION_TYPE_POSE_INPUT, EYES);
      var binding = new ActionSet.Binding(action, EYES + "/input/gaze_ext/pose");
      ActionSet.suggest(instance, PROFILE, List.of(binding));
      long user = instance.path(EYES);
      return new EyeGaze(
          set, ActionSet.space(session, action, XR_NULL_PATH), head, user, instance.clock());
    } catch (RuntimeException failed) {
      set.close();
      throw failed;
    }
  }

  /** The eyes' top-level path. */
  long user() {
    return user;
  }

  ActionSet set() {
    return set;
  }

  /**
   * The gaze for an instant on {@link System#nanoTime}'s scale, held for a while where the tracker
   * loses the eyes.
   */
  Gaze at(long displayNanos) {
    long since = XrCost.call();
    int result = xrLocateSpace(gaze.raw(), head.raw(), clock.toXrTime(displayNanos), location);
    if (result == XR_ERROR_TIME_INVALID) { // a first frame may be for a time before the session
      return keeper.miss(displayNanos);
    }
    XrCost.check("xrLocateSpace", since, result);
    long flags = location.locationFlags();
    if ((flags & XR_SPACE_LOCATION_ORIENTATION_VALID_BIT) == 0) {
      return keeper.miss(displayNanos);
    }
    long turned = location.address() + XrSpaceLocation.POSE;
    float x = NativePose.qx(turned);
    float y = NativePose.qy(turned);
    float z = NativePose.qz(turned);
    float w = NativePose.qw(turned);
    float squares = x * x + y * y + z * z + w * w;
    if (!(squares > 0.9f && squares < 1.1f)) { // not a number, or no direction
      return keeper.miss(displayNanos);
    }
    return keeper.see(
        -2 * (x * z + w * y),
        -2 * (y * z - w * x),
        -1 + 2 * (x * x + y * y),
        (flags & XR_SPACE_LOCATION_ORIENTATION_TRACKED_BIT) != 0,
        clock.toNanos(sample.time()),
        displayNanos);
  }

  @Override
  public void close() {
    gaze.close();
    set.close();
    location.free();
    sample.free();
  }
}
