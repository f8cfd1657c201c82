package org.saccade.xr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.junit.jupiter.api.Test;

class LocomotionTest {
  private static final double FRAME = 1.0 / 90;
  private static final Pose HEAD = Pose.looking(0.4, 1.7, -0.3, 0, 0);
  private static final Pose DOWN_AHEAD = Pose.looking(0.2, 1.2, -0.5, 0, Math.toRadians(-30));

  private static HandInput pushing(double right, double ahead) {
    return new HandInput(
        Pose.IDENTITY,
        DOWN_AHEAD,
        true,
        true,
        0,
        0,
        (float) right,
        (float) ahead,
        false,
        false,
        null);
  }

  private static HandsInput walking(double right, double ahead) {
    return new HandsInput(pushing(right, ahead), HandInput.RESTING);
  }

  private static HandsInput turning(double right) {
    return new HandsInput(HandInput.RESTING, pushing(right, 0));
  }

  private static HandsInput aiming(Pose aim, boolean isPressed) {
    var hand = new HandInput(aim, aim, true, true, 0, 0, 0, 0, false, isPressed, null);
    return new HandsInput(HandInput.RESTING, hand);
  }

  private static Locomotion standing(Comfort comfort) {
    return new Locomotion(Origin.WORLD, 0, Ground.NONE, comfort);
  }

  @Test
  void nobodyMovesWhoDoesNothing() {
    var start = new Origin(3, 1, -2, 0.7);
    var moving = new Locomotion(start, 1.5, Ground.NONE, Comfort.STANDARD);
    moving.step(HEAD, HandsInput.RESTING, FRAME);
    assertEquals(Pose.looking(3, 2.5, -2, 0.7, 0), moving.origin());
    assertEquals(0, moving.vignette());
    assertNull(moving.teleport());
  }

  @Test
  void theStickWalksWhereTheHeadLooks() {
    var moving = standing(Comfort.STANDARD);
    var left = Pose.looking(0.4, 1.7, -0.3, Math.PI / 2, 0.4);
    for (int i = 0; i < 90; i++) {
      moving.step(left, walking(0, 1), FRAME);
    }
    assertEquals(-1.4, moving.origin().x(), 1e-6);
    assertEquals(0, moving.origin().z(), 1e-6);
    assertTrue(moving.vignette() > 0.69);
    for (int i = 0; i < 270; i++) {
      moving.step(left, walking(0, 0.15), FRAME);
    }
    assertEquals(-1.4, moving.origin().x(), 1e-6);
    assertEquals(0, moving.vignette());
  }

  @Test
  void theStickWalksWhereTheHandPointsWhenAskedTo() {
    var comfort = new Comfort(true, 30, 0, false, 2, Comfort.Steering.HAND);
    var moving = standing(comfort);
    var away = Pose.looking(0, 1.7, 0, Math.PI, 0);
    for (int i = 0; i < 45; i++) {
      moving.step(away, walking(0, 1), FRAME);
    }
    assertEquals(-1, moving.origin().z(), 1e-6);
  }

  @Test
  void lookingStraightDownStillWalksForward() {
    var moving = standing(Comfort.STANDARD);
    var down = Pose.looking(0, 1.7, 0, 0, -Math.PI / 2);
    moving.step(down, walking(0, 1), FRAME);
    assertTrue(moving.origin().z() < -0.01);
  }

  @Property(tries = 100)
  void turningPivotsRoundTheHead(
      @ForAll @DoubleRange(min = -3, max = 3) double x,
      @ForAll @DoubleRange(min = -3, max = 3) double z,
      @ForAll @DoubleRange(min = -1, max = 1) double push,
      @ForAll boolean isSnapping) {
    var moving = standing(Comfort.STANDARD.snapping(isSnapping));
    var head = Pose.looking(x, 1.6, z, 0.3, 0.1);
    var before = head.in(moving.origin());
    for (int i = 0; i < 20; i++) {
      moving.step(head, turning(push), FRAME);
      moving.step(head, turning(0), FRAME);
    }
    var after = head.in(moving.origin());
    assertEquals(0, before.distanceTo(after), 1e-5);
  }

  @Test
  void aSnapIsOneStepForOnePush() {
    var moving = standing(Comfort.STANDARD);
    for (double push : new double[] {0.5, 0.75, 0.9, 0.6, 0.75, 0.5, 1}) {
      moving.step(HEAD, turning(push), FRAME);
    }
    assertEquals(Math.toRadians(30), moving.origin().angleTo(Pose.IDENTITY), 1e-3);
    moving.step(HEAD, turning(0.3), FRAME);
    moving.step(HEAD, turning(0.8), FRAME);
    assertEquals(Math.toRadians(60), moving.origin().angleTo(Pose.IDENTITY), 1e-3);
    assertEquals(0, moving.vignette(), "a snap needs no vignette");
  }

  @Test
  void smoothTurningGoesRightForAPushToTheRight() {
    var moving = standing(Comfort.STANDARD.snapping(false));
    for (int i = 0; i < 90; i++) {
      moving.step(HEAD, turning(1), FRAME);
    }
    var ahead = Pose.looking(0, 0, 0, -Math.PI / 2, 0);
    assertEquals(0, moving.origin().angleTo(ahead), 1e-3);
  }

  @Test
  void teleportingPutsTheHeadOverTheTarget() {
    var moving = standing(Comfort.STANDARD);
    moving.step(HEAD, aiming(DOWN_AHEAD, true), FRAME);
    var arc = moving.teleport();
    assertNotNull(arc);
    assertTrue(arc.isValid());
    var target = arc.end(new Vector3d());
    assertEquals(0, target.y, 1e-9);
    assertTrue(target.z < -1.5, () -> "it flies ahead: " + target);
    assertEquals(0, moving.origin().distanceTo(Pose.IDENTITY), 1e-9, "aiming moves nobody");
    moving.step(HEAD, aiming(DOWN_AHEAD, false), FRAME);
    var head = HEAD.in(moving.origin());
    assertEquals(target.x, head.x(), 1e-6);
    assertEquals(1.7, head.y(), 1e-6);
    assertEquals(target.z, head.z(), 1e-6);
    assertNull(moving.teleport());
    assertEquals(0, moving.vignette());
  }

  @Test
  void theArcIsAParabola() {
    var moving = standing(Comfort.STANDARD);
    var level = Pose.looking(0, 1.5, 0, 0, 0);
    moving.step(HEAD, aiming(level, true), FRAME);
    var arc = moving.teleport();
    assertNotNull(arc);
    double seconds = Math.sqrt(2 * 1.5 / 9.81);
    assertEquals(-7 * seconds, arc.end(new Vector3d()).z, 0.02);
  }

  @Test
  void nobodyGoesWhereThereIsNoRoomOrNoFloor() {
    var wall =
        new Ground() {
          @Override
          public Vector3d slide(Vector3dc from, Vector3dc to, Vector3d result) {
            return result.set(to);
          }

          @Override
          public double hit(Vector3dc from, Vector3dc to, Vector3d normal) {
            normal.set(0, 0, 1);
            return to.z() < -1 ? 0.5 : 2;
          }
        };
    var moving = new Locomotion(Origin.WORLD, 0, wall, Comfort.STANDARD);
    moving.step(HEAD, aiming(DOWN_AHEAD, true), FRAME);
    var arc = moving.teleport();
    assertNotNull(arc);
    assertFalse(arc.isValid());
    moving.step(HEAD, aiming(DOWN_AHEAD, false), FRAME);
    assertEquals(0, moving.origin().distanceTo(Pose.IDENTITY), 1e-9);
  }

  @Test
  void aHandThatGetsLostTeleportsNobody() {
    var moving = standing(Comfort.STANDARD);
    moving.step(HEAD, aiming(DOWN_AHEAD, true), FRAME);
    moving.step(HEAD, HandsInput.RESTING, FRAME);
    assertEquals(0, moving.origin().distanceTo(Pose.IDENTITY), 1e-9);
    assertNull(moving.teleport());
  }

  @Test
  void aSeatedHeadIsLiftedOnceAndMayDuck() {
    var moving = standing(Comfort.STANDARD.seated(true));
    var sitting = Pose.looking(0, 1.2, 0, 0, 0);
    moving.step(sitting, HandsInput.RESTING, FRAME);
    assertEquals(1.65, sitting.in(moving.origin()).y(), 1e-6);
    var ducking = Pose.looking(0, 0.9, 0, 0, 0);
    moving.step(ducking, HandsInput.RESTING, FRAME);
    assertEquals(1.35, ducking.in(moving.origin()).y(), 1e-6);
    moving.setComfort(Comfort.STANDARD);
    moving.step(sitting, HandsInput.RESTING, FRAME);
    assertEquals(1.2, sitting.in(moving.origin()).y(), 1e-6);
  }

  @Test
  void theFloorIsFollowedOnOnesOwnLegsAndStairsAreSoftened() {
    Ground stairs = (from, to, result) -> result.set(to.x(), to.z() < -1 ? 0.2 : 0, to.z());
    var moving = new Locomotion(Origin.WORLD, 0, stairs, Comfort.STANDARD);
    moving.step(Pose.looking(0, 1.7, -0.9, 0, 0), HandsInput.RESTING, FRAME);
    var up = Pose.looking(0, 1.7, -1.1, 0, 0);
    moving.step(up, HandsInput.RESTING, FRAME);
    double first = moving.origin().y();
    assertTrue(first > 0 && first < 0.1, () -> "softly: " + first);
    for (int i = 0; i < 90; i++) {
      moving.step(up, HandsInput.RESTING, FRAME);
    }
    assertEquals(0.2, moving.origin().y(), 1e-3);
    assertEquals(0, moving.origin().z(), "legs are not pushed back");
  }

  @Property(tries = 50)
  void aWallStopsTheStick(@ForAll @IntRange(min = 1, max = 200) int frames) {
    Ground wall = (from, to, result) -> result.set(to.x(), to.y(), Math.max(-1, to.z()));
    var moving = new Locomotion(Origin.WORLD, 0, wall, Comfort.STANDARD);
    for (int i = 0; i < frames; i++) {
      moving.step(HEAD, walking(0, 1), FRAME);
    }
    assertTrue(HEAD.in(moving.origin()).z() >= -1 - 1e-9);
  }
}
