package org.saccade.client.menu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.client.settings.SavedSettings;
import org.saccade.client.settings.Setting;

@NullMarked
final class SettingRowTest {
  private static final SavedSettings STANDARD = SavedSettings.standard();

  @Test
  void everyWordIsInForceOnceChosenAndTouchesNoOtherRow() {
    for (var row : SettingRow.values()) {
      for (var word : row.of(STANDARD).words()) {
        var chosen = row.choose(STANDARD, word);
        assertEquals(word, row.of(chosen).chosen());
        for (var other : SettingRow.values()) {
          assertTrue(
              other == row || other.of(chosen).equals(other.of(STANDARD)),
              "%s changed %s".formatted(row, other));
        }
      }
    }
  }

  @Test
  void aWordIsInForceFromTheFirstStartOn() {
    for (var row : SettingRow.values()) {
      assertFalse(row.of(STANDARD).chosen().isEmpty(), row.title());
    }
  }

  @Test
  void turningSmoothlyKeepsTheDegreesForLater() {
    var smooth = SettingRow.TURNING.choose(STANDARD.with(Setting.TURN_DEGREES, 45), "smooth");
    assertFalse(smooth.is(Setting.SNAP_TURN));
    assertEquals(45, smooth.get(Setting.TURN_DEGREES));
  }

  @Test
  void aValueFromAFileThatNoWordStandsForIsShownAsNone() {
    assertEquals("", SettingRow.VIGNETTE.of(STANDARD.with(Setting.VIGNETTE, 0.33)).chosen());
    assertEquals("", SettingRow.TURNING.of(STANDARD.with(Setting.TURN_DEGREES, 20)).chosen());
  }

  @Test
  void anUnknownWordChangesNothing() {
    assertEquals(STANDARD, SettingRow.POSTURE.choose(STANDARD, "lying"));
  }
}
