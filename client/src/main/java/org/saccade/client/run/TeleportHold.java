package org.saccade.client.run;

import org.saccade.xr.HandInput;
import org.saccade.xr.HandsInput;

/**
 * What a hand is busy with it does not teleport by: a pinch that presses a menu's key or holds a
 * thing is no wish to go elsewhere, nor is its end. Frame thread.
 */
final class TeleportHold {
  private boolean isLeftHeld;
  private boolean isRightHeld;

  /** The hands as they get about; a press that began busy or became it stays without effect. */
  HandsInput of(HandsInput hands, boolean isLeftBusy, boolean isRightBusy) {
    isLeftHeld = hands.left().isTeleportPressed() && (isLeftHeld || isLeftBusy);
    isRightHeld = hands.right().isTeleportPressed() && (isRightHeld || isRightBusy);
    return isLeftHeld || isRightHeld
        ? new HandsInput(of(hands.left(), isLeftHeld), of(hands.right(), isRightHeld))
        : hands;
  }

  private static HandInput of(HandInput hand, boolean isHeld) {
    return isHeld ? hand.withoutTeleport() : hand;
  }
}
