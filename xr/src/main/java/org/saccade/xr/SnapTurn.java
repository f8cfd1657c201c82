package org.saccade.xr;

/**
 * Turns a stick's push into single steps: one a push, and the next only after the stick came back.
 * A stick that rests anywhere between the two limits does nothing, so it cannot chatter.
 */
final class SnapTurn {
  private static final double PUSHED = 0.7;
  private static final double BACK = 0.4;

  private boolean isArmed = true;

  /** -1 (left), 0 or 1 (right): the steps of this push of the stick. */
  int steps(double push) {
    if (isArmed && Math.abs(push) >= PUSHED) {
      isArmed = false;
      return push > 0 ? 1 : -1;
    }
    isArmed |= Math.abs(push) <= BACK;
    return 0;
  }
}
