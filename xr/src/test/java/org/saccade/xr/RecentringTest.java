package org.saccade.xr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A play space that gets another origin, and the person in the world. */
class RecentringTest {
  private static final Pose OLD_HEAD = Pose.looking(1, 1.2, -2, 0.6, 0);
  private static final Pose NEW_ORIGIN = Pose.looking(0.7, 0, -1.5, -0.4, 0);
  private static final Pose NEW_HEAD = OLD_HEAD.in(NEW_ORIGIN.inverse());
  private static final Comfort SEATED = Comfort.STANDARD.seated(true);

  private final Worn worn = new Worn();

  private static final class Worn implements Headset {
    private Pose head = OLD_HEAD;
    private boolean isTracked = true;

    @Override
    public RigFrame locate(long displayNanos) {
      var view = new ViewPose(head, Fov.symmetric(1, 1));
      return new RigFrame(displayNanos, head, List.of(view), Gaze.centre(displayNanos), isTracked);
    }

    @Override
    public @Nullable Pose headAt(long pastNanos) {
      return null;
    }

    @Override
    public boolean isLocated() {
      return true;
    }

    @Override
    public double floorBelowOrigin() {
      return 0;
    }
  }

  private static void assertSame(Pose expected, Pose seen) {
    assertEquals(0, expected.distanceTo(seen), 1e-5, seen::toString);
    assertEquals(0, expected.angleTo(seen), 1e-3, seen::toString);
  }

  @Test
  void aHeadThatIsKeptOrGuessedIsNotCalledTracked() {
    var rig = new OpenXrRig(worn, Origin.WORLD);
    assertTrue(rig.locate(1).isTracked());
    worn.isTracked = false;
    assertFalse(rig.locate(2).isTracked());
  }

  @Test
  void aRoomThatIsMeasuredAnewLeavesThePersonWhereTheyAre() {
    var rig = new OpenXrRig(worn, new Origin(4, 1, 7, 1.1));
    var before = rig.locate(0).head();
    rig.apply(HandsInput.RESTING, 0.01);
    rig.recentred(new Recentring(NEW_ORIGIN, true));
    worn.head = NEW_HEAD;
    rig.apply(HandsInput.RESTING, 0.01);
    assertSame(before, rig.locate(1).head());
  }

  @Test
  void whoAsksForItStandsWhereThePlaySpaceDoes() {
    var rig = new OpenXrRig(worn, new Origin(4, 1, 7, 1.1));
    rig.locate(0);
    rig.apply(HandsInput.RESTING, 0.01);
    rig.recentred(new Recentring(NEW_ORIGIN, false));
    worn.head = NEW_HEAD;
    rig.apply(HandsInput.RESTING, 0.01);
    assertSame(NEW_HEAD.in(new Origin(4, 1, 7, 1.1).pose()), rig.locate(1).head());
  }

  @Test
  void aSeatedPersonIsLiftedByTheHeightInTheNewSpace() {
    var rig = new OpenXrRig(worn, Origin.WORLD, Ground.NONE, SEATED);
    rig.locate(0);
    rig.apply(HandsInput.RESTING, 0.01);
    assertEquals(1.65, rig.locate(1).head().y(), 1e-6);
    var lower = new Pose(0, 0.5, 0, 0, 0, 0, 1);
    rig.recentred(new Recentring(lower, false));
    rig.apply(HandsInput.RESTING, 0.01); // measures before the new space is ever located
    worn.head = OLD_HEAD.in(lower.inverse());
    assertEquals(1.65, rig.locate(2).head().y(), 1e-6);
  }

  @Test
  void ifTheNewOriginIsNotToldTheHeightIsMeasuredOnceTheHeadIsLocated() {
    var rig = new OpenXrRig(worn, Origin.WORLD, Ground.NONE, SEATED);
    rig.locate(0);
    rig.apply(HandsInput.RESTING, 0.01);
    rig.recentred(new Recentring(null, false));
    rig.apply(HandsInput.RESTING, 0.01); // knows only where the head was
    worn.head = new Pose(0, 0.9, 0, 0, 0, 0, 1);
    rig.locate(1);
    rig.apply(HandsInput.RESTING, 0.01);
    assertEquals(1.65, rig.locate(2).head().y(), 1e-6);
  }
}
