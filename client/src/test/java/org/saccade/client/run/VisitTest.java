package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.Stop;
import org.saccade.client.Surroundings;
import org.saccade.client.settings.SavedSettings;
import org.saccade.offload.profile.Profiler;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.scene.Scene;

/** Places opened one after the other for a headset that is not there yet. */
@NullMarked
@Tag("gpu")
@SuppressWarnings("NullAway.Init") // JUnit sets them
final class VisitTest {
  @TempDir static Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream words = new PrintStream(said, true, StandardCharsets.UTF_8);
  private final Surroundings surroundings =
      new Surroundings(
          Map.of(), folder, words, words, System::nanoTime, System.nanoTime(), new Stop());
  private final RunSettings alone = LiveRun.settings(folder, new EdgeChoice.None());
  private final HeadsetMenu menu =
      new HeadsetMenu(LiveSettings.unsaved(SavedSettings.standard()), alone);
  private OffscreenScreen screen;
  private Headsets headsets;
  private Visit.Guests guests;
  private Scene scene;

  @BeforeEach
  void begin() {
    screen = OffscreenScreen.open(LiveRun.SIZE, 60, true);
    headsets = new Headsets(surroundings, screen, screen.context().shared(), menu, alone);
    var quiet =
        new Surface(
            Surface.Kind.HEADSET,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(false),
            true);
    guests =
        new Visit.Guests(
            surroundings, quiet, menu, headsets, null, new Profiler(4), Recording.NONE);
    scene = new SceneFiles(surroundings, folder).load(alone.scene());
  }

  @AfterEach
  void end() {
    headsets.close();
    screen.close();
  }

  private Travel.Place place(RunSettings settings) {
    return new Travel.Place(settings, scene);
  }

  /** Tiles of a device that has no memory for any. */
  private RunSettings impossible() {
    var tiles = alone.tiles();
    return alone
        .from(new EdgeChoice.Embedded())
        .drawn(
            alone.antiAliasing(),
            false,
            new TileSettings(
                tiles.maxLevel(),
                tiles.jpegQuality(),
                1,
                tiles.edgeBytes(),
                tiles.diskBytes(),
                tiles.cacheFolder()));
  }

  @Test
  void aPlaceThatCannotBeOpenedLeavesThePersonWhereTheyWere() {
    Visit.open(guests, place(alone), null).close();
    said.reset();
    try (var visit = Visit.open(guests, place(impossible()), place(alone))) {
      assertEquals(alone, visit.place().settings());
      assertFalse(menu.state().isBusy());
      assertFalse(menu.state().isNoteGood());
      assertTrue(menu.state().note().contains("studio cannot be opened"), menu.state().note());
      assertEquals("none", menu.state().edges().chosen());
      assertNotNull(menu.figures());
      GlDebug.requireNoErrors();
    }
    var lines = said.toString(StandardCharsets.UTF_8).lines().filter(l -> l.contains("cannot be"));
    assertEquals(1, lines.count(), said::toString);
    assertEquals(List.of(), GpuScope.openOnThisThread(), "all that was begun is closed");
  }

  @Test
  void aRunThatCannotOpenItsFirstPlaceEnds() {
    assertThrows(
        RuntimeException.class, () -> Visit.open(guests, place(impossible()), null).close());
    assertEquals(List.of(), GpuScope.openOnThisThread());
  }
}
