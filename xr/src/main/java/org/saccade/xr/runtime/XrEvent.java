package org.saccade.xr.runtime;

import org.jspecify.annotations.Nullable;
import org.saccade.xr.Pose;

/** What the runtime reports between frames: a closed list. Times are the runtime's, nanoseconds. */
public sealed interface XrEvent {
  /** The session moved to another state. */
  record StateChanged(SessionState state, long xrTime) implements XrEvent {}

  /** The runtime will end at about this time; everything of this instance dies with it. */
  record InstanceLossPending(long xrTime) implements XrEvent {}

  /**
   * The origin of a reference space moves, as when a person recentres.
   *
   * @param kind an XrReferenceSpaceType
   * @param xrTime from when on what is located respects it
   * @param origin the new one in the space as it was; null where the runtime does not tell
   */
  record ReferenceSpaceChangePending(int kind, long xrTime, @Nullable Pose origin)
      implements XrEvent {}

  /** Another controller, or hands, or none. */
  record InteractionProfileChanged() implements XrEvent {}

  /** The part of a view that can be seen has another outline. */
  record VisibilityMaskChanged(int view) implements XrEvent {}

  /** The display runs at another rate, hertz. */
  record RefreshRateChanged(float from, float to) implements XrEvent {}

  /** The headset was put on or taken off. */
  record UserPresenceChanged(boolean isPresent) implements XrEvent {}

  /** So many events were dropped, because they were polled too late. */
  record EventsLost(int count) implements XrEvent {}

  /** An event this program does not know, by its XrStructureType. */
  record Unknown(int type) implements XrEvent {}
}
