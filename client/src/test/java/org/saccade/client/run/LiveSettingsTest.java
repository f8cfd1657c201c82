package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.settings.SavedSettings;
import org.saccade.client.settings.Setting;
import org.saccade.client.settings.SettingsFile;

@NullMarked
final class LiveSettingsTest {
  private static final SavedSettings SAVED =
      SavedSettings.standard().with(Setting.FOV_DEGREES, 80).with(Setting.VSYNC, false);

  @Test
  void theCommandLineGoesBeforeWhatWasSaved() {
    var now = asked().over(SAVED, OptionalDouble.of(Math.toRadians(100)));
    assertEquals(100, now.get(Setting.FOV_DEGREES), 1e-9);
    assertEquals(640, now.get(Setting.WINDOW_WIDTH));
    assertEquals(SAVED.with(Setting.FULL_SCREEN, true), asked(true).over(SAVED, unasked()));
  }

  @Test
  void onlyWhatThePersonChangedIsSaved(@TempDir Path folder) {
    var file = new SettingsFile(folder.resolve("settings.json"), System.err::println);
    var live = LiveSettings.of(file, SAVED, asked().over(SAVED, OptionalDouble.of(1)));
    live.change(live.now().with(Setting.MOUSE_SENSITIVITY, 2));
    live.save();
    live.close();
    assertEquals(SAVED.with(Setting.MOUSE_SENSITIVITY, 2), file.read());
  }

  @Test
  void whatWasSavedLastIsInTheFileAtTheEnd(@TempDir Path folder) {
    var file = new SettingsFile(folder.resolve("settings.json"), System.err::println);
    try (var live = LiveSettings.of(file, SAVED, SAVED)) {
      for (int speed = 10; speed <= 40; speed++) {
        live.change(live.now().with(Setting.WALKING_METRES_PER_SECOND, speed / 10.0));
        live.save();
      }
    }
    assertEquals(4, file.read().get(Setting.WALKING_METRES_PER_SECOND));
  }

  @Test
  void aRunThatChangesNothingWritesNothing(@TempDir Path folder) {
    var place = folder.resolve("settings.json");
    var live = LiveSettings.of(new SettingsFile(place, System.err::println), SAVED, SAVED);
    live.togglePanel();
    live.togglePanel();
    live.close();
    assertFalse(Files.exists(place));
  }

  private static OptionalDouble unasked() {
    return OptionalDouble.empty();
  }

  private static Surface asked() {
    return new Surface(
        Surface.Kind.WINDOW,
        Optional.of(new PictureSize(640, 480)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static Surface asked(boolean isFullScreen) {
    return new Surface(
        Surface.Kind.WINDOW,
        Optional.empty(),
        Optional.of(isFullScreen),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
