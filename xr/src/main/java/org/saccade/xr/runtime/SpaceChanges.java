package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.XR_REFERENCE_SPACE_TYPE_STAGE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saccade.xr.Recentring;

/**
 * The changes of one reference space that are announced and not yet in force: the runtime tells of
 * them ahead, and its answers respect them from their time on. Those of other spaces are nothing to
 * this one. Frame thread.
 */
final class SpaceChanges {
  private final int kind;
  private final List<XrEvent.ReferenceSpaceChangePending> pending = new ArrayList<>();

  /**
   * @param kind an XrReferenceSpaceType
   */
  SpaceChanges(int kind) {
    this.kind = kind;
  }

  void note(XrEvent.ReferenceSpaceChangePending change) {
    if (change.kind() == kind) {
      pending.add(change);
    }
  }

  /**
   * What holds for a frame and did not for the one before, as one change; null for nothing.
   *
   * @param xrTime when the frame is displayed
   */
  @Nullable Recentring due(long xrTime) {
    Recentring all = null;
    while (!pending.isEmpty() && pending.getFirst().xrTime() <= xrTime) { // they come in order
      var origin = pending.removeFirst().origin();
      var next = new Recentring(origin, kind == XR_REFERENCE_SPACE_TYPE_STAGE);
      all = all == null ? next : all.then(next);
    }
    return all;
  }
}
