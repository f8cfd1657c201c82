package org.saccade.xr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Quaternionf;
import org.joml.Vector3f;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saccade.xr.BareHand.Profile;

/** A head at 1.6 m that looks a little down; hands before it, as they are shown or point. */
class BareHandTest {
  static final long FRAME = 11_111_111;
  static final Pose HEAD = Pose.looking(0, 1.6, 0, 0, Math.toRadians(-35));
  private static final Vector3f SHOWN_AT = new Vector3f(-0.05f, 1.35f, -0.35f);

  private final BareHand left = new BareHand(Hand.LEFT);
  private final BareHand right = new BareHand(Hand.RIGHT);
  private long nanos = 5_000_000_000L;

  /** A hand with its palm turned so, finger and thumb so far apart. */
  private static HandJoints joints(Vector3f palm, Quaternionf turned, double apartMetres) {
    var joints = new HandJoints();
    for (int i = 0; i < HandJoints.COUNT; i++) {
      put(joints, i, palm, turned, 0, 0, -0.05f);
    }
    put(joints, HandJoints.PALM, palm, turned, 0, 0, 0);
    put(joints, HandJoints.WRIST, palm, turned, 0, 0, 0.09f);
    put(joints, HandJoints.MIDDLE_TIP, palm, turned, 0, -0.03f, -0.09f);
    put(joints, HandJoints.RING_TIP, palm, turned, -0.02f, -0.02f, -0.08f);
    put(joints, HandJoints.LITTLE_TIP, palm, turned, -0.04f, -0.02f, -0.06f);
    put(joints, HandJoints.INDEX_PROXIMAL, palm, turned, 0.02f, 0, -0.04f);
    put(joints, HandJoints.INDEX_TIP, palm, turned, 0.03f, -0.04f, -0.08f);
    put(joints, HandJoints.THUMB_TIP, palm, turned, 0.03f + (float) apartMetres, -0.04f, -0.08f);
    return joints;
  }

  private static void put(
      HandJoints joints, int joint, Vector3f palm, Quaternionf turned, float x, float y, float z) {
    var at = new Vector3f(x, y, z).rotate(turned).add(palm);
    joints.setPosition(joint, at.x, at.y, at.z, 0.008f);
    joints.setOrientation(joint, turned.x, turned.y, turned.z, turned.w);
  }

  /** The palm looks at the head, off by an angle. */
  static HandJoints shown(double apartMetres, double offDegrees) {
    var toHead = new Vector3f(0, 1.6f, 0).sub(SHOWN_AT).normalize();
    var turned = new Quaternionf().rotationTo(new Vector3f(0, -1, 0), toHead);
    turned.rotateZ((float) Math.toRadians(offDegrees));
    return joints(SHOWN_AT, turned, apartMetres);
  }

  /** The back of the hand looks up and the fingers ahead. */
  static HandJoints pointing(double x, double apartMetres) {
    return joints(new Vector3f((float) x, 1.2f, -0.4f), new Quaternionf(), apartMetres);
  }

  static HandInput seen(HandJoints joints) {
    var nothing = HandInput.RESTING;
    return new HandInput(
        nothing.grip(), nothing.aim(), false, false, 0, 0, 0, 0, false, false, joints);
  }

  private HandInput step(BareHand hand, HandJoints joints) {
    nanos += FRAME;
    return hand.read(seen(joints), Profile.NONE, HEAD, nanos);
  }

  private boolean asksWithin(double seconds, HandJoints joints) {
    boolean asks = false;
    for (long end = nanos + (long) (seconds * 1e9); nanos < end; ) {
      asks |= step(left, joints).isMenuPressed();
    }
    return asks;
  }

  @Test
  void aPinchHeldBeforeTheEyesAsksForTheMenuOnceUntilItOpens() {
    assertFalse(asksWithin(0.5, shown(0.06, 0)));
    assertFalse(asksWithin(0.28, shown(0.015, 0)), "not yet");
    assertTrue(asksWithin(0.05, shown(0.015, 0)));
    assertTrue(step(left, shown(0.026, 0)).isMenuPressed(), "a trembling pinch asks once");
    assertFalse(step(left, shown(0.04, 0)).isMenuPressed());
    assertFalse(asksWithin(0.28, shown(0.015, 0)), "the next hold begins anew");
  }

  @Test
  void aShortPinchAsksForNothing() {
    for (int i = 0; i < 5; i++) {
      assertFalse(asksWithin(0.1, shown(0.06, 0)));
      assertFalse(asksWithin(0.25, shown(0.015, 0)));
    }
  }

  @Test
  void aPinchThatWasThereBeforeThePalmAsksForNothing() {
    asksWithin(0.1, pointing(-0.2, 0.015));
    assertFalse(asksWithin(1, shown(0.015, 0)));
    assertFalse(asksWithin(0.1, shown(0.06, 0)));
    assertTrue(asksWithin(0.4, shown(0.015, 0)));
  }

  @Test
  void thePalmMustFaceTheHeadAndMayTrembleThen() {
    assertFalse(asksWithin(0.1, shown(0.06, 45)) || asksWithin(1, shown(0.015, 45)));
    asksWithin(0.1, shown(0.06, 20));
    assertTrue(asksWithin(0.4, shown(0.015, 45)), "within the hysteresis");
    assertFalse(asksWithin(0.4, shown(0.015, 60)));
  }

  @Test
  void theHeadMustLookAtThePalm() {
    var away = Pose.looking(0, 1.6, 0, Math.toRadians(80), 0);
    for (int i = 0; i < 100; i++) {
      nanos += FRAME;
      var joints = shown(i < 10 ? 0.06 : 0.015, 0);
      assertFalse(left.read(seen(joints), Profile.NONE, away, nanos).isMenuPressed());
    }
  }

  @Test
  void aFistAsksForNothing() {
    asksWithin(0.1, shown(0.06, 0));
    var fist = shown(0.015, 0);
    for (int tip : new int[] {HandJoints.INDEX_TIP, HandJoints.THUMB_TIP}) {
      fist.setPosition(tip, SHOWN_AT.x + 0.01f, SHOWN_AT.y + 0.02f, SHOWN_AT.z, 0.008f);
    }
    assertFalse(asksWithin(1, fist));
  }

  @Test
  void theOtherHandHasNoMenu() {
    for (int i = 0; i < 100; i++) {
      assertFalse(step(right, shown(i < 10 ? 0.06 : 0.015, 0)).isMenuPressed());
    }
  }

  @Test
  void aHandThatShowsItsPalmDoesNothingElseUntilThePinchOpened() {
    assertTrue(step(left, pointing(-0.2, 0.06)).isAimTracked());
    step(left, shown(0.06, 0));
    var asking = step(left, shown(0.015, 0));
    assertFalse(asking.isAimTracked() || asking.isTeleportPressed());
    assertEquals(0, asking.squeeze());
    var after = step(left, pointing(-0.2, 0.015));
    assertFalse(after.isTeleportPressed());
    assertEquals(0, after.trigger());
    step(left, pointing(-0.2, 0.06));
    assertTrue(step(left, pointing(-0.2, 0.015)).isTeleportPressed());
  }

  @Test
  void aPinchSelectsWithHysteresis() {
    assertEquals(0, step(right, pointing(0.2, 0.024)).trigger());
    assertEquals(1, step(right, pointing(0.2, 0.019)).trigger());
    assertEquals(1, step(right, pointing(0.2, 0.029)).trigger());
    assertEquals(0, step(right, pointing(0.2, 0.033)).trigger());
    assertFalse(step(right, pointing(0.2, 0.015)).isTeleportPressed(), "the left hand's");
  }

  @Test
  void itPointsFromTheShoulderThroughTheKnuckleAndAPinchDoesNotMoveThat() {
    var open = step(right, pointing(0.2, 0.06)).aim();
    var pinched = step(right, pointing(0.2, 0.015)).aim();
    assertEquals(open, pinched);
    var along = new Vector3f(0, 0, -1).rotate(open.orientation(new Quaternionf()));
    var wanted = new Vector3f(0.22f, 1.2f, -0.44f).sub(0.18f, 1.4f, 0).normalize();
    assertEquals(0, along.distance(wanted), 1e-5);
    assertEquals(0.22, open.x(), 1e-6);
  }

  @Test
  void aHandWithAControllerIsLeftAloneForAMomentAfterItWasHidden() {
    var joints = pointing(0.2, 0.015);
    var held = HandInput.RESTING.grip();
    var controller = new HandInput(held, held, true, true, 0.3f, 0, 0, 0, false, false, joints);
    nanos += FRAME;
    assertSame(controller, right.read(controller, Profile.CONTROLLER, HEAD, nanos));
    var hidden = seen(joints);
    assertSame(hidden, right.read(hidden, Profile.NONE, HEAD, nanos + 400_000_000));
    assertEquals(
        0, right.read(hidden, Profile.NONE, HEAD, nanos + 600_000_000).trigger(), "not anew");
    right.read(seen(pointing(0.2, 0.06)), Profile.NONE, HEAD, nanos + 610_000_000);
    assertEquals(1, right.read(hidden, Profile.NONE, HEAD, nanos + 620_000_000).trigger());
  }

  @Test
  void whatTheRuntimeMakesOfAHandIsKept() {
    var aim = Pose.looking(0, 1, 0, 0.5, 0);
    var made = new HandInput(aim, aim, true, true, 0.7f, 0.2f, 0, 0, false, true, shown(0.06, 90));
    assertSame(made, left.read(made, Profile.HANDS, HEAD, nanos));
    left.read(made(0, 0, shown(0.06, 90)), Profile.HANDS, HEAD, nanos + FRAME);
    var shown = new HandInput(aim, aim, true, true, 1, 1, 0, 0, false, true, shown(0.06, 0));
    var idle = left.read(shown, Profile.HANDS, HEAD, nanos + 2 * FRAME);
    assertFalse(idle.isTeleportPressed() || idle.isAimTracked());
    assertEquals(0, idle.trigger());
  }

  private HandInput lost(BareHand hand, double seconds, Profile profile) {
    HandInput last = HandInput.RESTING;
    for (long end = nanos + (long) (seconds * 1e9); nanos < end; ) {
      nanos += FRAME;
      last = hand.read(HandInput.RESTING, profile, HEAD, nanos);
    }
    return last;
  }

  static HandInput made(float trigger, float squeeze, @Nullable HandJoints joints) {
    var aim = Pose.looking(0, 1, 0, 0.5, 0);
    return new HandInput(aim, aim, true, true, trigger, squeeze, 0, 0, false, false, joints);
  }

  @Test
  void aPalmThatIsLostForAMomentAsksOnce() {
    asksWithin(0.1, shown(0.06, 0));
    assertTrue(asksWithin(0.4, shown(0.015, 0)));
    assertTrue(lost(left, 0.05, Profile.NONE).isMenuPressed());
    assertTrue(step(left, shown(0.015, 0)).isMenuPressed(), "still the same question");
    assertFalse(lost(left, 0.2, Profile.NONE).isMenuPressed());
    assertFalse(asksWithin(1, shown(0.015, 0)), "nor anew after a longer loss");
  }

  @Test
  void aPalmOfAHandWhoseJointsAreGoneDoesNotStayShown() {
    left.read(made(0, 0, shown(0.06, 0)), Profile.HANDS, HEAD, nanos);
    assertFalse(left.read(made(0, 0, null), Profile.HANDS, HEAD, nanos + FRAME).isAimTracked());
    var later = left.read(made(0, 0, null), Profile.HANDS, HEAD, nanos + 200_000_000);
    assertTrue(later.isAimTracked());
  }

  /** Puts a fingertip so far from the palm, towards the fingers. */
  private static void curl(HandJoints joints, int tip, float metres) {
    var turned = joints.pose(HandJoints.PALM).orientation(new Quaternionf());
    put(joints, tip, SHOWN_AT, turned, 0, -0.6f * metres, -0.8f * metres);
  }

  @Test
  void aLooseFistAsksForNothing() {
    asksWithin(0.1, shown(0.06, 0));
    var fist = shown(0.015, 0); // its thumb lies on the index finger, which is not near the palm
    curl(fist, HandJoints.MIDDLE_TIP, 0.045f);
    curl(fist, HandJoints.RING_TIP, 0.04f);
    curl(fist, HandJoints.LITTLE_TIP, 0.04f);
    assertFalse(asksWithin(1, fist));
  }

  @Test
  void aPinchWithOneFingerCurledStillAsks() {
    asksWithin(0.1, shown(0.06, 0));
    var pinch = shown(0.015, 0);
    curl(pinch, HandJoints.LITTLE_TIP, 0.04f);
    assertTrue(asksWithin(0.4, pinch));
  }

  @Test
  void aHalfClosedHandDoesNotBegin() {
    var half = shown(0.06, 0);
    curl(half, HandJoints.RING_TIP, 0.05f);
    assertFalse(asksWithin(0.2, half));
    assertTrue(step(left, half).isAimTracked(), "it does what it always does");
    assertFalse(asksWithin(1, shown(0.015, 0)));
  }

  @Test
  void whatAHandHoldsItKeepsWhileOneLooksAtIt() {
    var round = shown(0.06, 0); // fingers round a ball: none is near the palm, no pinch
    left.read(made(0, 0, pointing(-0.2, 0.06)), Profile.HANDS, HEAD, nanos += FRAME);
    left.read(made(0, 1, pointing(-0.2, 0.06)), Profile.HANDS, HEAD, nanos += FRAME);
    for (int i = 0; i < 50; i++) {
      var holding = left.read(made(0, 1, round), Profile.HANDS, HEAD, nanos += FRAME);
      assertEquals(1, holding.squeeze());
      assertFalse(holding.isMenuPressed());
    }
  }

  @Test
  void whatAPinchHoldsItKeepsWhileOneLooksAtIt() {
    step(left, pointing(-0.2, 0.06));
    step(left, pointing(-0.2, 0.015));
    for (int i = 0; i < 50; i++) {
      var holding = step(left, shown(0.02 + 0.008 * (i % 2), 0)); // it trembles
      assertEquals(1, holding.trigger());
      assertFalse(holding.isMenuPressed());
    }
  }
}
