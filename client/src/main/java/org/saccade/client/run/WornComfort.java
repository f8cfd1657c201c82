package org.saccade.client.run;

import org.saccade.client.report.Figures;
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

  /** The same as a report's inputs. */
  static Figures figures(SavedSettings saved) {
    return new Figures()
        .with("is_snap_turn", saved.is(Setting.SNAP_TURN))
        .with("turn_degrees", saved.get(Setting.TURN_DEGREES))
        .with("vignette", saved.get(Setting.VIGNETTE))
        .with("is_seated", saved.is(Setting.SEATED));
  }
}
