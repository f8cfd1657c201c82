package org.saccade.client.run;

import org.jspecify.annotations.Nullable;
import org.saccade.client.Surroundings;
import org.saccade.client.settings.SavedSettings;
import org.saccade.client.settings.SettingsFile;
import org.saccade.client.settings.SettingsWriter;

/**
 * The settings of a run, as the person changes them by keys and panel. Only what they change is
 * saved: what the command line asked for holds for this run alone. Frame thread.
 */
final class LiveSettings implements AutoCloseable {
  private final @Nullable SettingsWriter writer;
  private SavedSettings written;
  private SavedSettings saved;
  private SavedSettings now;
  private boolean isPanelShown;

  private LiveSettings(@Nullable SettingsWriter writer, SavedSettings saved, SavedSettings now) {
    this.writer = writer;
    this.written = saved;
    this.saved = saved;
    this.now = now;
  }

  /**
   * Settings with a file.
   *
   * @param saved what the file holds
   * @param now what this run begins with
   */
  static LiveSettings of(SettingsFile file, SavedSettings saved, SavedSettings now) {
    return new LiveSettings(new SettingsWriter(file), saved, now);
  }

  /** The person's settings, with what this run was asked for over them. */
  static LiveSettings open(Surroundings surroundings, RunSettings settings, Surface surface) {
    var file =
        SettingsFile.of(
            surroundings.variables(), line -> surroundings.err().println("saccade: " + line));
    var saved = file.read();
    return of(file, saved, surface.over(saved, settings.verticalFov()));
  }

  /** Settings that are forgotten with the run. */
  static LiveSettings unsaved(SavedSettings now) {
    return new LiveSettings(null, now, now);
  }

  SavedSettings now() {
    return now;
  }

  /** Takes over what the person wants from now on. */
  void change(SavedSettings wanted) {
    saved = saved.taking(now, wanted);
    now = wanted;
  }

  boolean isPanelShown() {
    return isPanelShown;
  }

  /** Shows the panel or hides it; hiding saves. */
  void togglePanel() {
    isPanelShown = !isPanelShown;
    if (!isPanelShown) {
      save();
    }
  }

  /** Has the file written soon, where something changed. */
  void save() {
    if (writer != null && !saved.equals(written)) {
      writer.write(saved);
      written = saved;
    }
  }

  /** Waits until the file holds what was saved. */
  @Override
  public void close() {
    if (writer != null) {
      writer.close();
    }
  }
}
