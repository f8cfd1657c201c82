package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.saccade.xr.HandInput;
import org.saccade.xr.HandsInput;
import org.saccade.xr.Pose;

final class TeleportHoldTest {
  private static final Pose AT = Pose.IDENTITY;

  private final TeleportHold hold = new TeleportHold();

  private static HandsInput left(boolean isPressed) {
    var left = new HandInput(AT, AT, true, true, 0, 0, 0, 0, false, isPressed, null);
    return new HandsInput(left, HandInput.RESTING);
  }

  @Test
  void aPressThatBeganAtTheMenuHasNoEffectUntilItIsOver() {
    assertFalse(hold.of(left(true), true, true).left().isTeleportPressed());
    assertFalse(hold.of(left(true), false, false).left().isTeleportPressed(), "the menu closed");
    hold.of(left(false), false, false);
    assertTrue(hold.of(left(true), false, false).left().isTeleportPressed());
  }

  @Test
  void aHandThatTakesSomethingTakesBackWhereItAimed() {
    assertTrue(hold.of(left(true), false, false).left().isTeleportPressed());
    var taken = hold.of(left(true), true, false).left();
    assertFalse(taken.isTeleportPressed() || taken.isAimTracked());
  }

  @Test
  void idleHandsAreLeftAsTheyAre() {
    var hands = left(true);
    assertSame(hands, hold.of(hands, false, true));
  }
}
