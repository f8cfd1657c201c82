package org.saccade.client.settings;

import java.util.EnumMap;
import java.util.Map;

/**
 * A value for every setting, each within its limits. Measurements without a window do not know it.
 */
public record SavedSettings(Map<Setting, Double> values) {
  private static final SavedSettings STANDARD = new SavedSettings(Map.of());

  /** Settings that are not named keep their standard value. */
  public SavedSettings {
    var all = new EnumMap<Setting, Double>(Setting.class);
    for (var setting : Setting.values()) {
      all.put(setting, setting.nearest(values.getOrDefault(setting, setting.standard())));
    }
    values = Map.copyOf(all);
  }

  /** What a first start uses. */
  public static SavedSettings standard() {
    return STANDARD;
  }

  public double get(Setting setting) {
    return values.getOrDefault(setting, setting.standard());
  }

  /** Whether a switch is on. */
  public boolean is(Setting setting) {
    return get(setting) != 0;
  }

  /** With another value, or the nearest one allowed. */
  public SavedSettings with(Setting setting, double value) {
    var changed = new EnumMap<>(values);
    changed.put(setting, value);
    return new SavedSettings(changed);
  }

  public SavedSettings with(Setting setting, boolean isOn) {
    return with(setting, isOn ? 1 : 0);
  }

  /** With a switch thrown. */
  public SavedSettings toggled(Setting setting) {
    return with(setting, !is(setting));
  }

  /** With whatever differs between two others as the later one has it. */
  public SavedSettings taking(SavedSettings before, SavedSettings after) {
    var result = this;
    for (var setting : Setting.values()) {
      if (before.get(setting) != after.get(setting)) {
        result = result.with(setting, after.get(setting));
      }
    }
    return result;
  }
}
