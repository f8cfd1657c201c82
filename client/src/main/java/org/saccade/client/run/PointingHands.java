package org.saccade.client.run;

import org.jspecify.annotations.Nullable;
import org.saccade.client.panel.HandRay;
import org.saccade.client.panel.PanelHands;
import org.saccade.xr.Hand;
import org.saccade.xr.HandInput;
import org.saccade.xr.runtime.XrInput;

/** A headset's hands as panels know them. Frame thread. */
final class PointingHands implements PanelHands {
  private final XrInput input;

  PointingHands(XrInput input) {
    this.input = input;
  }

  @Override
  public @Nullable HandRay ray(int hand) {
    HandInput of = input.last().of(hand == 0 ? Hand.LEFT : Hand.RIGHT);
    return of.isAimTracked() ? new HandRay(of.aim(), of.trigger()) : null;
  }

  @Override
  public boolean isMenuPressed() {
    var hands = input.last();
    return hands.left().isMenuPressed() || hands.right().isMenuPressed();
  }
}
