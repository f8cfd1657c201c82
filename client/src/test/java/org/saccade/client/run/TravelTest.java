package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.menu.MenuChoice;
import org.saccade.client.settings.SavedSettings;
import org.saccade.offload.profile.Profiler;
import org.saccade.testing.Await;

@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets them
final class TravelTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private HeadsetMenu menu;
  private Travel travel;
  private Travel.Place here;

  @BeforeEach
  void begin() {
    var run = LiveRun.settings(folder, new EdgeChoice.Embedded());
    menu = new HeadsetMenu(LiveSettings.unsaved(SavedSettings.standard()), run);
    travel = new Travel(LiveRun.surroundings(folder), menu);
    here = travel.first(run);
    enter(here);
  }

  private void enter(Travel.Place place) {
    menu.enter(place.settings(), new LiveFigures(new Profiler(4), new NoTiles()));
  }

  private Travel.Place arrival() {
    var arrived = new Travel.@Nullable Place[1];
    Await.until(
        "the next world",
        PATIENCE,
        () -> {
          arrived[0] = travel.next(here);
          return arrived[0] != null;
        });
    var place = arrived[0];
    assertNotNull(place);
    return place;
  }

  @Test
  void staysWhileNobodyWantsToLeave() {
    assertNull(travel.next(here));
    assertFalse(menu.state().isBusy());
  }

  @Test
  void anotherEdgeKeepsTheScene() {
    menu.take(new MenuChoice.Edge("none"));
    var next = arrival();
    assertSame(here.scene(), next.scene());
    assertEquals(new EdgeChoice.None(), next.settings().edge());
    assertTrue(menu.state().isBusy(), "until the world is entered");
    enter(next);
    assertFalse(menu.state().isBusy());
  }

  @Test
  void aSceneThatCannotBeLoadedLeavesThePersonWhereTheyAre() {
    menu.take(new MenuChoice.Scene("missing.glb"));
    Await.until(
        "the refusal",
        PATIENCE,
        () -> {
          assertNull(travel.next(here));
          return !menu.state().isBusy();
        });
    assertFalse(menu.state().isNoteGood());
    assertTrue(menu.state().note().contains("missing.glb"), menu.state().note());
    assertEquals("studio", menu.state().scenes().chosen());
  }
}
