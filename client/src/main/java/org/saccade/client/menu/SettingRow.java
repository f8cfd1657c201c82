package org.saccade.client.menu;

import java.util.List;
import org.saccade.client.settings.SavedSettings;
import org.saccade.client.settings.Setting;

/** A row of the menu that changes settings: a few alternatives, each with what it stands for. */
public enum SettingRow {
  TURNING("turning") {
    @Override
    List<String> words() {
      return List.of("smooth", "15\u00b0", "30\u00b0", "45\u00b0", "90\u00b0");
    }

    private static final List<Integer> DEGREES = List.of(0, 15, 30, 45, 90);

    @Override
    double value(SavedSettings settings) {
      return settings.is(Setting.SNAP_TURN) ? settings.get(Setting.TURN_DEGREES) : 0;
    }

    @Override
    double valueOf(int place) {
      return DEGREES.get(place);
    }

    @Override
    SavedSettings with(SavedSettings settings, double value) {
      return value == 0
          ? settings.with(Setting.SNAP_TURN, false)
          : settings.with(Setting.SNAP_TURN, true).with(Setting.TURN_DEGREES, value);
    }
  },
  VIGNETTE("vignette") {
    @Override
    List<String> words() {
      return List.of("off", "soft", "medium", "strong");
    }

    private static final List<Double> STRENGTHS = List.of(0.0, 0.35, 0.7, 1.0);

    @Override
    double value(SavedSettings settings) {
      return settings.get(Setting.VIGNETTE);
    }

    @Override
    double valueOf(int place) {
      return STRENGTHS.get(place);
    }

    @Override
    SavedSettings with(SavedSettings settings, double value) {
      return settings.with(Setting.VIGNETTE, value);
    }
  },
  POSTURE("posture") {
    @Override
    List<String> words() {
      return List.of("standing", "seated");
    }

    @Override
    double value(SavedSettings settings) {
      return settings.get(Setting.SEATED);
    }

    @Override
    double valueOf(int place) {
      return place;
    }

    @Override
    SavedSettings with(SavedSettings settings, double value) {
      return settings.with(Setting.SEATED, value);
    }
  },
  VOLUME("volume") {
    @Override
    List<String> words() {
      return List.of("mute", "25 %", "50 %", "80 %", "100 %");
    }

    private static final List<Integer> PERCENT = List.of(0, 25, 50, 80, 100);

    @Override
    double value(SavedSettings settings) {
      return settings.get(Setting.VOLUME_PERCENT);
    }

    @Override
    double valueOf(int place) {
      return PERCENT.get(place);
    }

    @Override
    SavedSettings with(SavedSettings settings, double value) {
      return settings.with(Setting.VOLUME_PERCENT, value);
    }
  },
  FIGURES("figures") {
    @Override
    List<String> words() {
      return List.of("hidden", "shown");
    }

    @Override
    double value(SavedSettings settings) {
      return settings.get(Setting.OVERLAY);
    }

    @Override
    double valueOf(int place) {
      return place;
    }

    @Override
    SavedSettings with(SavedSettings settings, double value) {
      return settings.with(Setting.OVERLAY, value);
    }
  };

  private final String title;

  SettingRow(String title) {
    this.title = title;
  }

  /** Its name on the menu. */
  public String title() {
    return title;
  }

  /** What can be chosen, and what is. */
  public Alternatives of(SavedSettings settings) {
    var words = words();
    for (int i = 0; i < words.size(); i++) {
      if (Math.abs(valueOf(i) - value(settings)) < 1e-6) {
        return new Alternatives(words, words.get(i));
      }
    }
    return new Alternatives(words, "");
  }

  /** The settings once a word was chosen. */
  public SavedSettings choose(SavedSettings settings, String word) {
    int place = words().indexOf(word);
    return place < 0 ? settings : with(settings, valueOf(place));
  }

  abstract List<String> words();

  abstract double value(SavedSettings settings);

  abstract double valueOf(int place);

  abstract SavedSettings with(SavedSettings settings, double value);
}
