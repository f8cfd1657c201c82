package org.saccade.client.run;

import org.saccade.client.settings.SavedSettings;
import org.saccade.client.settings.Setting;
import org.saccade.xr.Comfort;

/** Comfort in a headset as it was saved. Pure. */
final class WornComfort {
  private WornComfort() {}

  static Comfort of(SavedSettings saved) {
    return new Comfort(
        saved.is(Setting.SNAP_TURN),
        saved.get(Setting.TURN_DEGREES),
        saved.get(Setting.VIGNETTE),
        saved.is(Setting.SEATED),
        saved.get(Setting.WALKING_METRES_PER_SECOND),
        Comfort.Steering.HEAD);
  }
}
