package org.saccade.xr.runtime;

import static org.lwjgl.openxr.EXTUserPresence.XR_TYPE_EVENT_DATA_USER_PRESENCE_CHANGED_EXT;
import static org.lwjgl.openxr.FBDisplayRefreshRate.XR_TYPE_EVENT_DATA_DISPLAY_REFRESH_RATE_CHANGED_FB;
import static org.lwjgl.openxr.KHRVisibilityMask.XR_TYPE_EVENT_DATA_VISIBILITY_MASK_CHANGED_KHR;
import static org.lwjgl.openxr.XR10.*;

import org.jspecify.annotations.Nullable;
import org.lwjgl.openxr.XrEventDataBuffer;
import org.lwjgl.openxr.XrEventDataDisplayRefreshRateChangedFB;
import org.lwjgl.openxr.XrEventDataEventsLost;
import org.lwjgl.openxr.XrEventDataInstanceLossPending;
import org.lwjgl.openxr.XrEventDataReferenceSpaceChangePending;
import org.lwjgl.openxr.XrEventDataSessionStateChanged;
import org.lwjgl.openxr.XrEventDataUserPresenceChangedEXT;
import org.lwjgl.openxr.XrEventDataVisibilityMaskChangedKHR;

/** Takes events from an instance, one at a time, into a buffer that is kept. */
final class XrEvents implements AutoCloseable {
  private final org.lwjgl.openxr.XrInstance instance;
  private final XrEventDataBuffer buffer = XrEventDataBuffer.calloc();

  XrEvents(org.lwjgl.openxr.XrInstance instance) {
    this.instance = instance;
  }

  /** The next event; null when there is none. */
  @Nullable XrEvent next() {
    buffer.type$Default().next(0);
    if (XrCost.check("xrPollEvent", XrCost.call(), xrPollEvent(instance, buffer))
        == XR_EVENT_UNAVAILABLE) {
      return null;
    }
    long at = buffer.address();
    return switch (buffer.type()) {
      case XR_TYPE_EVENT_DATA_SESSION_STATE_CHANGED -> {
        var changed = XrEventDataSessionStateChanged.create(at);
        yield new XrEvent.StateChanged(SessionState.of(changed.state()), changed.time());
      }
      case XR_TYPE_EVENT_DATA_INSTANCE_LOSS_PENDING ->
          new XrEvent.InstanceLossPending(XrEventDataInstanceLossPending.create(at).lossTime());
      case XR_TYPE_EVENT_DATA_REFERENCE_SPACE_CHANGE_PENDING -> {
        var moved = XrEventDataReferenceSpaceChangePending.create(at);
        yield new XrEvent.ReferenceSpaceChangePending(
            moved.referenceSpaceType(),
            moved.changeTime(),
            moved.poseValid()
                ? NativePose.read(at + XrEventDataReferenceSpaceChangePending.POSEINPREVIOUSSPACE)
                : null);
      }
      case XR_TYPE_EVENT_DATA_INTERACTION_PROFILE_CHANGED ->
          new XrEvent.InteractionProfileChanged();
      case XR_TYPE_EVENT_DATA_VISIBILITY_MASK_CHANGED_KHR ->
          new XrEvent.VisibilityMaskChanged(
              XrEventDataVisibilityMaskChangedKHR.create(at).viewIndex());
      case XR_TYPE_EVENT_DATA_DISPLAY_REFRESH_RATE_CHANGED_FB -> {
        var rate = XrEventDataDisplayRefreshRateChangedFB.create(at);
        yield new XrEvent.RefreshRateChanged(
            rate.fromDisplayRefreshRate(), rate.toDisplayRefreshRate());
      }
      case XR_TYPE_EVENT_DATA_USER_PRESENCE_CHANGED_EXT ->
          new XrEvent.UserPresenceChanged(
              XrEventDataUserPresenceChangedEXT.create(at).isUserPresent());
      case XR_TYPE_EVENT_DATA_EVENTS_LOST ->
          new XrEvent.EventsLost(XrEventDataEventsLost.create(at).lostEventCount());
      default -> new XrEvent.Unknown(buffer.type());
    };
  }

  @Override
  public void close() {
    buffer.free();
  }
}
