package org.saccade.xr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.joml.Vector3d;
import org.joml.Vector3dc;
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
    private Pose kept = new Pose(0, 1.65, 0, 0, 0, 0, 1);
    private boolean isPlaced = true;
    private boolean isTracked = true;

    @Override
    public RigFrame locate(long displayNanos) {
      var seen = locateHead(displayNanos);
      var view = new ViewPose(seen, Fov.symmetric(1, 1));
      return new RigFrame(displayNanos, seen, List.of(view), Gaze.centre(displayNanos), isTracked);
    }

    @Override
    public Pose locateHead(long displayNanos) {
      kept = isPlaced ? head : kept;
      return kept;
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
    public boolean isHeadPlaced() {
      return isPlaced;
    }

    @Override
    public double floorBelowOrigin() {
      return 0;
    }
  }

  /** A frame as the client makes it; the head in the world. */
  private static Pose frame(OpenXrRig rig, HandsInput hands) {
    rig.look(0);
    rig.apply(hands, 0.01);
    return rig.locate(0).head();
  }

  private static Pose frame(OpenXrRig rig) {
    return frame(rig, HandsInput.RESTING);
  }

  private static HandsInput walking() {
    var nowhere = Pose.IDENTITY;
    var pushing = new HandInput(nowhere, nowhere, true, true, 0, 0, 0, 1, false, false, null);
    return new HandsInput(pushing, HandInput.RESTING);
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

  @Test
  void aSeatedPersonKeepsTheirHeightWhenTheRoomIsMeasuredAnew() {
    var rig = new OpenXrRig(worn, Origin.WORLD, Ground.NONE, SEATED);
    rig.locate(0);
    rig.apply(HandsInput.RESTING, 0.01);
    var ducking = new Pose(1, 0.9, -2, 0, 0, 0, 1); // not the moment to measure by
    worn.head = ducking;
    assertEquals(1.35, rig.locate(1).head().y(), 1e-6);
    var lower = new Pose(0, -0.2, 0, 0, 0, 0, 1);
    rig.recentred(new Recentring(lower, true));
    worn.head = ducking.in(lower.inverse());
    rig.apply(HandsInput.RESTING, 0.01);
    assertEquals(1.35, rig.locate(2).head().y(), 1e-6);
    worn.head = OLD_HEAD.in(lower.inverse());
    assertEquals(1.65, rig.locate(3).head().y(), 1e-6);
  }

  @Test
  void whoStandsComesSoftlyToTheHeightThatWasMeasuredAnew() {
    var rig = new OpenXrRig(worn, Origin.WORLD);
    rig.locate(0);
    rig.apply(HandsInput.RESTING, 0.01);
    var lower = new Pose(0, -0.2, 0, 0, 0, 0, 1);
    rig.recentred(new Recentring(lower, true));
    worn.head = OLD_HEAD.in(lower.inverse());
    assertEquals(1.2, rig.locate(1).head().y(), 1e-6);
    for (int i = 0; i < 100; i++) {
      rig.apply(HandsInput.RESTING, 0.01);
    }
    assertEquals(1.4, rig.locate(2).head().y(), 1e-4);
  }

  @Test
  void aTurnGoesRoundTheHeadOfTheFrameThatIsToCome() {
    var rig = new OpenXrRig(worn, Origin.WORLD);
    rig.locate(0);
    var turning = new HandInput(OLD_HEAD, OLD_HEAD, true, true, 0, 0, 1, 0, false, false, null);
    worn.head = Pose.looking(2, 1.3, 1, 0.6, 0); // far from where it was
    var before = worn.head.in(rig.origin());
    rig.look(1);
    rig.apply(new HandsInput(HandInput.RESTING, turning), 0.01);
    var after = rig.locate(1).head();
    assertEquals(Math.toRadians(30), after.angleTo(before), 1e-3);
    assertEquals(0, after.distanceTo(before), 1e-5);
  }

  /** A hall with a wall across it at z = -3, and a floor that ends at x = 5. */
  private static final Ground HALL =
      new Ground() {
        @Override
        public Vector3d slide(Vector3dc from, Vector3dc to, Vector3d result) {
          return result.set(Math.min(5, to.x()), to.y(), Math.max(-2.7, to.z()));
        }

        @Override
        public boolean canStand(Vector3dc at) {
          return at.z() > -2.75 || at.z() < -3.25;
        }

        @Override
        public double hit(Vector3dc from, Vector3dc to, Vector3d normal) {
          return from.x() > 5.01 ? 2 : Ground.NONE.hit(from, to, normal);
        }
      };

  private static Pose standing(double x, double z) {
    return Pose.looking(x, 1.6, z, 0, 0);
  }

  /** Where a person who stood at the middle is after recentring from there to another place. */
  private Pose recentredTo(double x, double z) {
    worn.head = standing(0, 0);
    var rig = new OpenXrRig(worn, Origin.WORLD, HALL, Comfort.STANDARD);
    rig.locate(0);
    rig.apply(HandsInput.RESTING, 0.01);
    rig.recentred(new Recentring(new Pose(-x, 0, -z, 0, 0, 0, 1), false));
    rig.apply(HandsInput.RESTING, 0.01);
    worn.head = standing(x, z);
    return rig.locate(1).head();
  }

  @Test
  void nobodyIsRecentredIntoAWall() {
    assertSame(standing(0.5, -2), recentredTo(0.5, -2));
    assertSame(standing(0.5, -2.7), recentredTo(0.5, -3));
    assertSame(standing(0.5, -3.5), recentredTo(0.5, -3.5)); // there is room, as they asked for
  }

  @Test
  void nobodyIsRecentredOverAnAbyss() {
    assertSame(standing(5, -1), recentredTo(6.5, -1));
  }

  @Test
  void whoFindsNoRoomAnywhereStaysWhereTheyWere() {
    Ground cell =
        new Ground() {
          @Override
          public Vector3d slide(Vector3dc from, Vector3dc to, Vector3d result) {
            return result.set(to);
          }

          @Override
          public boolean canStand(Vector3dc at) {
            return Math.hypot(at.x(), at.z()) < 0.5;
          }
        };
    worn.head = standing(0.1, 0.2);
    var rig = new OpenXrRig(worn, Origin.WORLD, cell, Comfort.STANDARD);
    var before = rig.locate(0).head();
    rig.apply(HandsInput.RESTING, 0.01);
    rig.recentred(new Recentring(null, false));
    worn.head = standing(3, 1);
    rig.locate(1);
    rig.apply(HandsInput.RESTING, 0.01);
    assertSame(before, rig.locate(2).head());
  }

  @Test
  void aSeatedPersonIsMeasuredOnceItIsKnownWhereTheyAre() {
    var rig = new OpenXrRig(worn, Origin.WORLD, Ground.NONE, SEATED);
    worn.isPlaced = false; // a headset knows how it is turned before it knows where it is
    assertEquals(1.65, frame(rig).y(), 1e-6);
    worn.isPlaced = true;
    assertEquals(1.65, frame(rig).y(), 1e-6);
    worn.head = new Pose(0, 0.9, 0, 0, 0, 0, 1);
    worn.isPlaced = false;
    frame(rig);
    worn.isPlaced = true;
    assertEquals(1.35, frame(rig).y(), 1e-6, "lost and found again they may duck");
  }

  @Test
  void whoseHeadIsFoundLaterDoesNotBeginInAWallEither() {
    worn.head = standing(0, -3);
    worn.isPlaced = false;
    var rig = new OpenXrRig(worn, Origin.WORLD, HALL, Comfort.STANDARD);
    assertSame(new Pose(0, 1.65, 0, 0, 0, 0, 1), frame(rig));
    worn.isPlaced = true;
    assertSame(standing(0, -2.7), frame(rig));
  }

  @Test
  void aHeightIsNotMeasuredWhereTheHeadWasBeforeRecentring() {
    var rig = new OpenXrRig(worn, Origin.WORLD, Ground.NONE, SEATED);
    frame(rig);
    rig.recentred(new Recentring(null, false));
    worn.isPlaced = false;
    assertEquals(1.65, frame(rig).y(), 1e-6, "nothing is seen of it");
    worn.head = new Pose(0, 0.9, 0, 0, 0, 0, 1);
    worn.isPlaced = true;
    assertEquals(1.65, frame(rig).y(), 1e-6);
  }

  @Test
  void roomIsNotMadeWhereTheHeadWasBeforeRecentring() {
    worn.head = standing(0, 0);
    var rig = new OpenXrRig(worn, Origin.WORLD, HALL, Comfort.STANDARD);
    frame(rig);
    worn.head = standing(0, -3); // into the wall, on their own legs
    frame(rig);
    rig.recentred(new Recentring(null, false));
    worn.isPlaced = false;
    frame(rig);
    worn.head = standing(0, 0);
    worn.isPlaced = true;
    assertSame(standing(0, 0), frame(rig));
  }

  @Test
  void whoIsNotFoundAfterRecentringCanStillWalk() {
    worn.head = standing(0, 0);
    var rig = new OpenXrRig(worn, Origin.WORLD);
    frame(rig);
    rig.recentred(new Recentring(null, false));
    worn.isPlaced = false;
    double before = frame(rig).z();
    assertTrue(frame(rig, walking()).z() < before - 0.01);
  }

  @Test
  void aHeadsetThatOnlyTurnsWalksAndIsRecentred() {
    worn.isPlaced = false;
    var rig = new OpenXrRig(worn, Origin.WORLD, Ground.NONE, SEATED);
    assertTrue(frame(rig, walking()).z() < -0.01);
    rig.recentred(new Recentring(null, false));
    double before = frame(rig).z();
    var after = frame(rig, walking());
    assertTrue(after.z() < before - 0.01);
    assertEquals(1.65, after.y(), 1e-6);
  }

  @Test
  void whoChoosesToStandInTheFrameOfARecentringIsLiftedNoMore() {
    var rig = new OpenXrRig(worn, Origin.WORLD, Ground.NONE, SEATED);
    assertEquals(1.65, frame(rig).y(), 1e-6);
    rig.setComfort(Comfort.STANDARD);
    rig.recentred(new Recentring(Pose.IDENTITY, false));
    assertEquals(1.2, frame(rig).y(), 1e-6);
  }

  @Test
  void whoPutsTheHeadsetOnBesideTheMiddleDoesNotBeginInAWall() {
    worn.head = standing(0, -3);
    var rig = new OpenXrRig(worn, Origin.WORLD, HALL, Comfort.STANDARD);
    rig.locate(0);
    rig.apply(HandsInput.RESTING, 0.01);
    assertSame(standing(0, -2.7), rig.locate(1).head());
  }
}
