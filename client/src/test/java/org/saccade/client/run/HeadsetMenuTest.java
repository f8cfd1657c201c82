package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.menu.MenuChoice;
import org.saccade.client.settings.SavedSettings;
import org.saccade.client.settings.Setting;
import org.saccade.client.settings.SettingsFile;
import org.saccade.offload.profile.Profiler;

@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class HeadsetMenuTest {
  @TempDir Path folder;

  private final List<String> warnings = new ArrayList<>();

  private SettingsFile file() {
    return new SettingsFile(folder.resolve("settings.json"), warnings::add);
  }

  private HeadsetMenu menu(EdgeChoice edge) {
    var run = LiveRun.settings(folder, edge);
    var standard = SavedSettings.standard();
    var menu = new HeadsetMenu(LiveSettings.of(file(), standard, standard), run);
    menu.enter(run, new LiveFigures(new Profiler(4), new NoTiles()));
    return menu;
  }

  @Test
  void keepsWhatIsChosenInTheFile() {
    var menu = menu(new EdgeChoice.Embedded());
    menu.take(new MenuChoice.Keep(menu.live().now().with(Setting.VIGNETTE, 0.35)));
    menu.live().close();
    assertEquals(0.35, file().read().get(Setting.VIGNETTE));
    assertEquals(0.35, menu.state().settings().get(Setting.VIGNETTE));
  }

  @Test
  void offersTheEdgesOfThisRunAndMarksItsOwn() {
    var menu = menu(new EdgeChoice.Remote("10.0.0.7", 47_820));
    assertEquals(List.of("embedded", "none", "10.0.0.7"), menu.state().edges().words());
    assertEquals("10.0.0.7", menu.state().edges().chosen());
    assertEquals("studio", menu.state().scenes().chosen());
  }

  @Test
  void handsAJourneyOutOnceAndSaysWhatIsLoading() {
    var menu = menu(new EdgeChoice.Embedded());
    menu.take(new MenuChoice.Scene("orchard"));
    var wanted = menu.takeWanted();
    assertNotNull(wanted);
    assertNull(menu.takeWanted());
    menu.busy("loading orchard ...");
    assertTrue(menu.state().isBusy());
    assertEquals("loading orchard ...", menu.state().note());
    menu.leave();
    assertNull(menu.figures());
    menu.enter(wanted, new LiveFigures(new Profiler(4), new NoTiles()));
    assertFalse(menu.state().isBusy());
    assertEquals("orchard", menu.state().scenes().chosen());
  }

  @Test
  void saysWhyAnEdgeIsRefusedUntilTheNextChoice() {
    var menu = menu(new EdgeChoice.Embedded());
    menu.take(new MenuChoice.Edge("10.0.0.7:0"));
    assertFalse(menu.state().isNoteGood());
    assertTrue(menu.state().note().contains("65535"));
    menu.take(new MenuChoice.Edge("embedded"));
    assertTrue(menu.state().isNoteGood());
  }

  @Test
  void opensClosesAndLeaves() {
    var menu = menu(new EdgeChoice.None());
    menu.toggle();
    assertTrue(menu.isOpen());
    menu.take(new MenuChoice.Close());
    assertFalse(menu.isOpen());
    menu.take(new MenuChoice.Quit());
    assertTrue(menu.isQuit());
  }
}
