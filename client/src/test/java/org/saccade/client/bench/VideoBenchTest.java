package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.ExitCode;
import org.saccade.client.Failure;
import org.saccade.client.Stop;
import org.saccade.client.Surroundings;
import org.saccade.client.report.Figures;
import org.saccade.client.run.SceneChoice;
import org.saccade.client.run.TileSettings;
import org.saccade.offload.predict.train.Recording;
import org.saccade.render.scene.Aabb;
import org.saccade.render.scene.Environment;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.StartPose;
import org.saccade.render.tile.Fingerprint;
import org.saccade.xr.WalkMotion;

@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class VideoBenchTest {
  private static final Recording WALK = MotionFolder.recording("walker", WalkMotion.seeded(1, 3));
  private static final Scene NOTHING =
      new Scene(
          "nothing",
          new Fingerprint(1, 2, 3, 4),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Environment.STANDARD,
          StartPose.ORIGIN,
          Aabb.EMPTY);

  @TempDir Path folder;

  private final Stop stop = new Stop();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  private VideoBench bench() {
    var err = new PrintStream(told, true, StandardCharsets.UTF_8);
    var surroundings =
        new Surroundings(
            Map.of("PATH", folder.toString()), folder, err, err, System::nanoTime, 0, stop);
    var cache = folder.resolve("cache");
    var tiles = new TileSettings(2, 85, 1 << 20, 1 << 20, 1 << 20, cache);
    return new VideoBench(surroundings, new SceneChoice.Named("studio"), tiles, 1, cache);
  }

  private void ffmpeg(String lines) throws IOException {
    var file = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\n" + lines + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private VideoBench.Told run() {
    return bench().run(NOTHING, WALK, TileVisitsTest.device(1 << 20));
  }

  @Test
  void whatFailsIsToldInPlaceOfFigures() throws IOException {
    ffmpeg("echo 'no room' >&2; exit 3");
    var figures = new Figures();
    run().addTo(figures);
    assertNull(figures.values().get("video"));
    var why = figures.values().get("no_video_because") + "";
    assertTrue(why.contains("failed: ") && why.contains("ended with 3: no room"), why);
    try (var left = Files.list(folder.resolve("cache"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void withoutFfmpegALineSaysSo() {
    var why = String.join("", run().lines());
    assertTrue(why.contains("skipped: ffmpeg not on PATH"), why);
  }

  @Test
  void whoStopsItStopsAll() throws IOException {
    ffmpeg("exit 255");
    stop.request();
    assertEquals(ExitCode.STOPPED, assertThrows(Failure.class, this::run).code());
  }

  @Test
  void theRoomItTakesIsToldFirst() throws IOException {
    assertEquals(WALK, bench().choose(List.of(WALK), "people", 1440));
    assertEquals("", told.toString(StandardCharsets.UTF_8), "none without ffmpeg");
    ffmpeg("true");
    assertEquals(WALK, bench().choose(List.of(WALK), "people", 1440));
    var words = told.toString(StandardCharsets.UTF_8);
    assertTrue(words.contains("up to 1.4 GB of frames") && words.contains("cache'"), words);
  }
}
