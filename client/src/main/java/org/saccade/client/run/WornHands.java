package org.saccade.client.run;

import org.saccade.xr.OpenXrRig;
import org.saccade.xr.runtime.XrInput;

/** The hands of a person who wears a headset. Frame thread. */
final class WornHands implements Hands {
  private final XrInput input;
  private final OpenXrRig rig;
  private long lastNanos;

  WornHands(HeadsetLink link) {
    input = link.input();
    rig = link.rig();
  }

  @Override
  public void sync() {
    input.sync();
  }

  @Override
  public void act(long displayNanos) {
    var hands = input.read(displayNanos);
    double seconds = lastNanos == 0 ? 0 : Math.max(0, displayNanos - lastNanos) * 1e-9;
    lastNanos = displayNanos;
    rig.apply(hands, seconds);
  }

  @Override
  public void close() {}
}
