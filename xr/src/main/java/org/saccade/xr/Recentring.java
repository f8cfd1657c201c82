package org.saccade.xr;

import org.jspecify.annotations.Nullable;

/**
 * The play space's origin is elsewhere from now on.
 *
 * @param origin the new one, in the space as it was; null where the runtime does not tell
 * @param isOfRoom whether the room was measured anew, which nobody wants to notice; else a person
 *     asked to be where the world begins
 */
public record Recentring(@Nullable Pose origin, boolean isOfRoom) {
  /** Both, one after the other. */
  public Recentring then(Recentring next) {
    var both = origin == null || next.origin == null ? null : next.origin.in(origin);
    return new Recentring(both, isOfRoom && next.isOfRoom);
  }
}
