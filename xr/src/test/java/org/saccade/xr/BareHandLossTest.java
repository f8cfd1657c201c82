package org.saccade.xr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.saccade.xr.BareHandTest.FRAME;
import static org.saccade.xr.BareHandTest.HEAD;
import static org.saccade.xr.BareHandTest.made;
import static org.saccade.xr.BareHandTest.pointing;
import static org.saccade.xr.BareHandTest.seen;
import static org.saccade.xr.BareHandTest.shown;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saccade.xr.BareHand.Profile;

/** Hands that cameras lose for a moment or longer, and what they did before. */
class BareHandLossTest {
  private final BareHand left = new BareHand(Hand.LEFT);
  private final BareHand right = new BareHand(Hand.RIGHT);
  private long nanos = 5_000_000_000L;

  private HandInput step(BareHand hand, HandJoints joints) {
    nanos += FRAME;
    return hand.read(seen(joints), Profile.NONE, HEAD, nanos);
  }

  private HandInput lost(BareHand hand, double seconds, Profile profile) {
    HandInput last = HandInput.RESTING;
    for (long end = nanos + (long) (seconds * 1e9); nanos < end; ) {
      nanos += FRAME;
      last = hand.read(HandInput.RESTING, profile, HEAD, nanos);
    }
    return last;
  }

  @Test
  void aHandThatIsLostForAMomentLetsGoOfNothing() {
    step(right, pointing(0.2, 0.06));
    var pinched = step(right, pointing(0.2, 0.015));
    var lost = lost(right, 0.08, Profile.NONE);
    assertEquals(pinched.aim(), lost.aim());
    assertTrue(lost.isAimTracked());
    assertEquals(1, lost.trigger());
    assertEquals(pinched.squeeze(), lost.squeeze());
    assertNull(lost.joints(), "they are not where they were");
    assertEquals(1, step(right, pointing(0.2, 0.024)).trigger(), "held on, with its hysteresis");
    step(left, pointing(-0.2, 0.06));
    step(left, pointing(-0.2, 0.015));
    assertTrue(lost(left, 0.08, Profile.NONE).isTeleportPressed());
  }

  @Test
  void afterALongerLossAPinchCountsOnlyOnceItHasOpened() {
    step(right, pointing(0.2, 0.06));
    step(right, pointing(0.2, 0.015));
    var lost = lost(right, 0.15, Profile.NONE);
    assertFalse(lost.isAimTracked());
    assertEquals(0, lost.trigger());
    var back = step(right, pointing(0.2, 0.015));
    assertTrue(back.isAimTracked());
    assertEquals(0, back.trigger());
    assertEquals(0, back.squeeze());
    step(right, pointing(0.2, 0.06));
    assertEquals(1, step(right, pointing(0.2, 0.015)).trigger());
  }

  @Test
  void aLossIsTheSameWhereTheRuntimeInterpretsHandsWithOrWithoutJoints() {
    for (var joints : new HandJoints[] {pointing(0.2, 0.06), null}) {
      nanos += 1_000_000_000;
      right.read(made(0, 0, joints), Profile.HANDS, HEAD, nanos);
      right.read(made(0, 1, joints), Profile.HANDS, HEAD, nanos += FRAME);
      assertEquals(1, lost(right, 0.08, Profile.HANDS).squeeze());
      assertEquals(
          1, right.read(made(0, 1, joints), Profile.HANDS, HEAD, nanos += FRAME).squeeze());
      assertEquals(0, lost(right, 0.15, Profile.HANDS).squeeze());
      assertEquals(
          0, right.read(made(0, 1, joints), Profile.HANDS, HEAD, nanos += FRAME).squeeze());
      right.read(made(0, 0, joints), Profile.HANDS, HEAD, nanos += FRAME);
      assertEquals(
          1, right.read(made(0, 1, joints), Profile.HANDS, HEAD, nanos += FRAME).squeeze());
    }
  }

  @Test
  void whatIsSpentMustOpenWholly() {
    step(right, pointing(0.2, 0.06));
    step(right, pointing(0.2, 0.015));
    lost(right, 0.15, Profile.NONE);
    var ajar = pointing(0.2, 0.02375); // neither closed nor open, and firm enough to grab
    assertEquals(0, step(right, ajar).squeeze());
    assertEquals(0, step(right, pointing(0.2, 0.015)).squeeze());
    assertEquals(0, step(right, ajar).squeeze());
    step(right, pointing(0.2, 0.06));
    assertEquals(0.75, step(right, ajar).squeeze(), 0.01);
    lost(right, 0.15, Profile.HANDS);
    assertEquals(
        0, right.read(made(0, 0.75f, null), Profile.HANDS, HEAD, nanos += FRAME).squeeze());
  }

  /** What a hand does with its joints seen and nothing made of them, after so many seconds. */
  private HandInput unaimed(BareHand hand, double seconds, HandJoints joints, Profile profile) {
    HandInput last = HandInput.RESTING;
    for (long end = nanos + (long) (seconds * 1e9); nanos < end; ) {
      nanos += FRAME;
      last = hand.read(seen(joints), profile, HEAD, nanos);
    }
    return last;
  }

  private HandInput interpreted(float squeeze, Profile profile, @Nullable HandJoints joints) {
    nanos += FRAME;
    return right.read(made(0, squeeze, joints), profile, HEAD, nanos);
  }

  @Test
  void aHandWhosePointingIsLostWhileItsJointsAreSeenLetsGoOfNothing() {
    var fist = pointing(0.2, 0.06);
    interpreted(0, Profile.HANDS, fist);
    interpreted(1, Profile.HANDS, fist);
    var lost = unaimed(right, 0.08, fist, Profile.HANDS);
    assertEquals(1, lost.squeeze());
    assertNull(lost.joints(), "what it holds stays where it was");
    assertEquals(1, interpreted(1, Profile.HANDS, fist).squeeze());
    var longer = unaimed(right, 0.15, fist, Profile.HANDS);
    assertEquals(0, longer.squeeze());
    assertSame(fist, longer.joints());
    assertEquals(0, interpreted(1, Profile.HANDS, fist).squeeze(), "it counts once it has opened");
    interpreted(0, Profile.HANDS, fist);
    assertEquals(1, interpreted(1, Profile.HANDS, fist).squeeze());
  }

  @Test
  void aProfileThatGoesWithTheHandAndComesAfterItLetsGoOfNothing() {
    for (var joints : new HandJoints[] {pointing(0.2, 0.06), null}) {
      nanos += 1_000_000_000;
      interpreted(0, Profile.HANDS, joints);
      interpreted(1, Profile.HANDS, joints);
      assertEquals(1, lost(right, 0.08, Profile.NONE).squeeze());
      assertEquals(1, interpreted(1, Profile.NONE, joints).squeeze());
      assertEquals(1, interpreted(1, Profile.NONE, joints).squeeze());
      assertEquals(1, interpreted(1, Profile.HANDS, joints).squeeze());
    }
    var fist = pointing(0.2, 0.06);
    interpreted(0, Profile.HANDS, fist);
    interpreted(1, Profile.HANDS, fist);
    assertEquals(1, unaimed(right, 0.08, fist, Profile.NONE).squeeze());
    assertEquals(1, interpreted(1, Profile.NONE, fist).squeeze());
  }

  @Test
  void aPalmAsksWithoutAnyPointing() {
    var open = unaimed(left, 0.1, shown(0.06, 0), Profile.HANDS);
    assertFalse(open.isMenuPressed());
    assertTrue(unaimed(left, 0.4, shown(0.015, 0), Profile.HANDS).isMenuPressed());
    var after = left.read(made(1, 1, pointing(-0.2, 0.015)), Profile.HANDS, HEAD, nanos += FRAME);
    assertEquals(0, after.squeeze(), "it pinched for the menu");
  }
}
