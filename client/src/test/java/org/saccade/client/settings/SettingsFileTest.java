package org.saccade.client.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class SettingsFileTest {
  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void startsWithTheStandardWhereNothingWasSaved() {
    assertEquals(SavedSettings.standard(), file().read());
    assertEquals(List.of(), warnings);
    assertFalse(Files.exists(place()), "looking writes nothing");
  }

  @Test
  void remembersEverySettingFromOneStartToTheNext() {
    var chosen = SavedSettings.standard();
    for (var setting : Setting.values()) {
      double other = setting.isSwitch() ? 1 - setting.standard() : setting.standard() * 1.5;
      chosen = chosen.with(setting, other);
    }
    file().write(chosen);
    assertEquals(chosen, file().read());
    assertEquals(List.of(), warnings);
  }

  @Test
  void aSettingThatIsNotNamedIsTheStandardOne() throws IOException {
    Files.writeString(place(), "{\"version\": 1, \"fov_degrees\": 90}");
    assertEquals(SavedSettings.standard().with(Setting.FOV_DEGREES, 90), file().read());
    assertEquals(List.of(), warnings);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"version\": 1, \"fov_degrees\": 300}|fov_degrees is 300; expected 20 to 150",
        "{\"version\": 1, \"vsync\": \"yes\"}|vsync is \"yes\"; expected true or false",
        "{\"version\": 1, \"overlay_scale\": true}|overlay_scale is true; expected 0.5 to 3",
        "{\"version\": 1, \"fov\": 70}|fov is no setting",
        "{\"version\": 2}|version is 2; expected 1",
        "{}|version is missing; expected 1",
        "[]|version is missing; expected 1",
        "{\"version\": 1, \"vsync\"|it is not JSON from line 1",
        "{\"version\": 1} {}|it is not JSON from line 1",
        "{\"version\": 1, \"vsync\": true, \"vsync\": true}|it is not JSON from line 1",
      })
  void aBrokenFileIsToldInOneLineAndKept(String content, String reason) throws IOException {
    Files.writeString(place(), content);
    var file = file();
    assertEquals(SavedSettings.standard(), file.read());
    assertEquals(1, warnings.size());
    var words = warnings.getFirst();
    assertTrue(words.contains(reason), words);
    assertTrue(words.contains(place().toString()), words);
    assertTrue(words.contains("kept as settings.broken.json: repair and rename it"), words);
    assertEquals(content, Files.readString(folder.resolve("settings.broken.json")));

    var chosen = SavedSettings.standard().with(Setting.VSYNC, false);
    file.write(chosen);
    assertEquals(chosen, file().read());
    assertEquals(1, warnings.size());
  }

  @Test
  void aSecondBrokenFileDoesNotReplaceTheFirst() throws IOException {
    for (var content : List.of("first", "second")) {
      Files.writeString(place(), content);
      file().read();
    }
    assertEquals("first", Files.readString(folder.resolve("settings.broken.json")));
    assertEquals("second", Files.readString(folder.resolve("settings.broken-2.json")));
  }

  @Test
  void aFolderThatCannotBeIsToldOnce() throws IOException {
    var inTheWay = Files.writeString(folder.resolve("inTheWay"), "a file");
    var file = SettingsFile.of(Map.of("XDG_CONFIG_HOME", inTheWay.toString()), warnings::add);
    assertEquals(SavedSettings.standard(), file.read());
    file.write(SavedSettings.standard());
    file.write(SavedSettings.standard());
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.getFirst().contains("settings are not saved"), warnings.getFirst());
  }

  private Path place() {
    return folder.resolve("settings.json");
  }

  private SettingsFile file() {
    return new SettingsFile(place(), warnings::add);
  }
}
