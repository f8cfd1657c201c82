package org.saccade.client.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lwjgl.BufferUtils;
import org.lwjgl.opengl.GL45C;
import org.saccade.client.menu.Alternatives;
import org.saccade.client.menu.MenuChoice;
import org.saccade.client.menu.MenuState;
import org.saccade.client.menu.SettingRow;
import org.saccade.client.settings.SavedSettings;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.window.OffscreenContext;

@NullMarked
@Tag("gpu")
final class MenuSheetTest {
  private static final SavedSettings STANDARD = SavedSettings.standard();
  private static final float SECONDS = 1 / 15f;

  private final PanelPointer pointer = new PanelPointer();

  private static MenuState state(boolean isBusy) {
    return new MenuState(
        isBusy ? "loading orchard ..." : "edge up",
        true,
        isBusy,
        new Alternatives(List.of("museum", "orchard", "studio"), "museum"),
        new Alternatives(List.of("embedded", "none", "192.168.100.20:47821"), "embedded"),
        new Alternatives(List.of("sharp", "balanced", "light"), "balanced"),
        STANDARD);
  }

  @Test
  void showsEveryRowOnOneGround() {
    try (var context = OffscreenContext.createDebug();
        var target = target(MenuSheet.WIDTH, MenuSheet.HEIGHT);
        var sheet = new MenuSheet()) {
      target.bind();
      for (int i = 0; i < 2; i++) { // a context knows its windows from the first draw on
        GL45C.glClearBufferfv(
            GL45C.GL_COLOR,
            0,
            new float[] {Sheets.ground(0), Sheets.ground(1), Sheets.ground(2), 0});
        sheet.draw(state(false), pointer, SECONDS);
      }
      var pixels = BufferUtils.createByteBuffer(MenuSheet.WIDTH * MenuSheet.HEIGHT * 4);
      GL45C.glReadPixels(
          0, 0, MenuSheet.WIDTH, MenuSheet.HEIGHT, GL45C.GL_RGBA, GL45C.GL_UNSIGNED_BYTE, pixels);

      int rowsWithText = 0;
      boolean wasLit = false;
      for (int y = 0; y < MenuSheet.HEIGHT; y++) {
        boolean isLit = false;
        for (int x = 0; x < MenuSheet.WIDTH; x++) {
          isLit |= (pixels.get((y * MenuSheet.WIDTH + x) * 4) & 255) > 0xC0;
        }
        rowsWithText += isLit && !wasLit ? 1 : 0;
        wasLit = isLit;
      }
      int least = 5 + SettingRow.values().length;
      assertTrue(rowsWithText >= least, "lines of text: %d".formatted(rowsWithText));
      assertEquals(0, pixels.get(3), "a rounded corner is clear");
      assertEquals(0x10, pixels.get(0), "and has the ground's colour, so no rim shows");
      int middle = (4 * MenuSheet.WIDTH + MenuSheet.WIDTH / 2) * 4;
      assertEquals(0x10, pixels.get(middle), "colours are straight, not premultiplied");
      assertEquals(0xFC, pixels.get(middle + 3) & 255, 1);
      GlDebug.requireNoErrors();
      assertTrue(context.device().renderer().length() > 0);
    }
  }

  @Test
  void tellsWhatAHandClicksOn() {
    try (var context = OffscreenContext.createDebug();
        var target = target(16, 16); // clicks need no pixels
        var sheet = new MenuSheet()) {
      target.bind();
      var all = clicks(sheet, state(false));
      assertTrue(all.contains(new MenuChoice.Scene("orchard")), all.toString());
      assertTrue(all.contains(new MenuChoice.Scene("studio")));
      assertTrue(all.contains(new MenuChoice.Edge("none")));
      assertTrue(all.contains(new MenuChoice.Edge("192.168.100.20:47821")));
      assertTrue(all.contains(new MenuChoice.Picture("light")));
      for (var row : SettingRow.values()) {
        var words = row.of(STANDARD).words();
        var last = new MenuChoice.Keep(row.choose(STANDARD, words.getLast()));
        assertTrue(all.contains(last), "%s: %s".formatted(row, words.getLast()));
      }
      assertTrue(all.contains(new MenuChoice.Close()));
      assertTrue(all.contains(new MenuChoice.Quit()));
      GlDebug.requireNoErrors();
      assertTrue(context.device().renderer().length() > 0);
    }
  }

  @Test
  void takesNoOtherWorldWhileOneIsLoadingButStillCloses() {
    try (var context = OffscreenContext.createDebug();
        var target = target(16, 16);
        var sheet = new MenuSheet()) {
      target.bind();
      var all = clicks(sheet, state(true));
      assertTrue(all.contains(new MenuChoice.Close()));
      assertFalse(
          all.stream()
              .anyMatch(
                  each ->
                      each instanceof MenuChoice.Scene
                          || each instanceof MenuChoice.Edge
                          || each instanceof MenuChoice.Picture));
      assertTrue(context.device().renderer().length() > 0);
    }
  }

  @Test
  void typesAnAddressByKeys() {
    try (var context = OffscreenContext.createDebug();
        var target = target(16, 16);
        var sheet = new MenuSheet()) {
      target.bind();
      while (sheet.isStale(state(false), pointer)) {
        sheet.draw(state(false), pointer, SECONDS);
      }
      assertTrue(click(sheet, state(false), 1190, 210).isEmpty(), "the pad opens");
      var typed = new ArrayList<MenuChoice>();
      for (int i = 0; i < 4; i++) {
        click(sheet, state(false), 640, 680); // 0
        if (i < 3) {
          click(sheet, state(false), 200, 680); // .
        }
      }
      typed.addAll(click(sheet, state(false), 1050, 795));
      assertEquals(List.of(new MenuChoice.Edge("0.0.0.0")), typed);
      assertTrue(context.device().renderer().length() > 0);
    }
  }

  @Test
  void isDrawnAgainOnlyWhenSomethingHappened() {
    try (var context = OffscreenContext.createDebug();
        var target = target(16, 16);
        var sheet = new MenuSheet()) {
      target.bind();
      assertTrue(sheet.isStale(state(false), pointer), "never drawn");
      int draws = 0;
      while (sheet.isStale(state(false), pointer)) {
        sheet.draw(state(false), pointer, SECONDS);
        draws++;
      }
      assertTrue(draws < 8, "draws: %d".formatted(draws));
      assertTrue(sheet.isStale(state(true), pointer), "another note");
      pointer.move(10, 10);
      assertTrue(sheet.isStale(state(false), pointer), "a hand moved");
      assertTrue(context.device().renderer().length() > 0);
    }
  }

  private Set<MenuChoice> clicks(MenuSheet sheet, MenuState state) {
    var all = new HashSet<MenuChoice>();
    for (int y = 20; y < MenuSheet.HEIGHT; y += 40) {
      for (int x = 300; x < MenuSheet.WIDTH; x += 120) {
        boolean opensThePad = !state.isBusy() && y > 170 && y < 250 && x > 1090;
        if (!opensThePad) {
          all.addAll(click(sheet, state, x, y));
        }
      }
    }
    return all;
  }

  private List<MenuChoice> click(MenuSheet sheet, MenuState state, int x, int y) {
    pointer.move(x, y);
    pointer.press(true);
    pointer.press(false);
    var all = new ArrayList<MenuChoice>();
    while (sheet.isStale(state, pointer)) {
      var choice = sheet.draw(state, pointer, SECONDS);
      if (choice != null) {
        all.add(choice);
      }
    }
    return all;
  }

  private static RenderTarget target(int width, int height) {
    return RenderTarget.display(width, height, AntiAliasing.NONE);
  }
}
