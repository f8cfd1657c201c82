package org.saccade.xr.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.lwjgl.openxr.EXTLocalFloor.XR_REFERENCE_SPACE_TYPE_LOCAL_FLOOR_EXT;
import static org.lwjgl.openxr.XR10.XR_REFERENCE_SPACE_TYPE_LOCAL;
import static org.lwjgl.openxr.XR10.XR_REFERENCE_SPACE_TYPE_STAGE;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saccade.xr.Pose;
import org.saccade.xr.Recentring;

class SpaceChangesTest {
  private static final int KIND = XR_REFERENCE_SPACE_TYPE_LOCAL_FLOOR_EXT;
  private static final Pose AHEAD = Pose.looking(0, 0, -1, Math.PI / 2, 0);

  private static XrEvent.ReferenceSpaceChangePending change(long time, @Nullable Pose origin) {
    return new XrEvent.ReferenceSpaceChangePending(KIND, time, origin);
  }

  @Test
  void holdFromTheFirstFrameThatIsDisplayedThenAndOnce() {
    var changes = new SpaceChanges(KIND);
    changes.note(change(1_000, AHEAD));
    assertNull(changes.due(999));
    assertEquals(new Recentring(AHEAD, false), changes.due(1_000));
    assertNull(changes.due(2_000));
  }

  @Test
  void ofOtherSpacesAreNothing() {
    var changes = new SpaceChanges(KIND);
    changes.note(
        new XrEvent.ReferenceSpaceChangePending(XR_REFERENCE_SPACE_TYPE_LOCAL, 1_000, AHEAD));
    changes.note(
        new XrEvent.ReferenceSpaceChangePending(XR_REFERENCE_SPACE_TYPE_STAGE, 1_000, AHEAD));
    assertNull(changes.due(5_000));
  }

  @Test
  void twoWithinAFrameAreOne() {
    var changes = new SpaceChanges(KIND);
    changes.note(change(1_000, AHEAD));
    changes.note(change(1_010, AHEAD));
    changes.note(change(1_020, AHEAD));
    var due = changes.due(1_010);
    assertNotNull(due);
    var origin = due.origin();
    assertNotNull(origin); // a metre ahead, then turned left, a metre ahead again
    assertEquals(-1, origin.x(), 1e-6);
    assertEquals(-1, origin.z(), 1e-6);
    assertNotNull(changes.due(1_020));
  }

  @Test
  void oneThatIsNotToldLeavesTheSumUnknown() {
    var changes = new SpaceChanges(KIND);
    changes.note(change(1_000, AHEAD));
    changes.note(change(1_000, null));
    assertEquals(new Recentring(null, false), changes.due(1_000));
  }

  @Test
  void ofTheStageAreTheRooms() {
    var changes = new SpaceChanges(XR_REFERENCE_SPACE_TYPE_STAGE);
    changes.note(new XrEvent.ReferenceSpaceChangePending(XR_REFERENCE_SPACE_TYPE_STAGE, 7, AHEAD));
    assertEquals(new Recentring(AHEAD, true), changes.due(7));
  }
}
