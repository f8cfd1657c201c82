package org.saccade.client.run;

import java.util.Optional;
import java.util.OptionalDouble;
import org.saccade.client.settings.SavedSettings;
import org.saccade.client.settings.Setting;

/**
 * Where frames are shown, and how; empty choices leave it to what was saved.
 *
 * @param isDebug the driver checks every call and names what is wrong
 */
public record Surface(
    Kind kind,
    Optional<PictureSize> size,
    Optional<Boolean> fullScreen,
    Optional<Boolean> vsync,
    Optional<Boolean> overlay,
    Optional<Boolean> sound,
    boolean isDebug) {
  /** A window, no window, a window where there is a display, or a headset. */
  public enum Kind {
    WINDOW,
    HEADLESS,
    WINDOW_OR_HEADLESS,
    HEADSET
  }

  /** What was saved, with what this run was asked for over it. */
  SavedSettings over(SavedSettings saved, OptionalDouble verticalFov) {
    var result = saved;
    if (verticalFov.isPresent()) {
      result = result.with(Setting.FOV_DEGREES, Math.toDegrees(verticalFov.getAsDouble()));
    }
    if (size.isPresent()) {
      result =
          result
              .with(Setting.WINDOW_WIDTH, size.get().width())
              .with(Setting.WINDOW_HEIGHT, size.get().height());
    }
    result = with(result, Setting.FULL_SCREEN, fullScreen);
    result = with(result, Setting.VSYNC, vsync);
    return with(result, Setting.OVERLAY, overlay);
  }

  private static SavedSettings with(
      SavedSettings settings, Setting setting, Optional<Boolean> asked) {
    return asked.map(isOn -> settings.with(setting, isOn)).orElse(settings);
  }
}
