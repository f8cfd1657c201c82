package org.saccade.client.headset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.monado.MonadoService;
import org.saccade.client.monado.RemoteDriver;
import org.saccade.client.monado.RemoteInput;
import org.saccade.client.monado.RuntimePlace;
import org.saccade.client.monado.TestLayer;
import org.saccade.xr.MotionFile;
import org.saccade.xr.MotionFileException;
import org.saccade.xr.Pose;

/** What a run in a headset with an eye tracker writes of the person, and what only when asked. */
@Tag("xr")
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class RecordingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(100);
  private static final Pose HEAD = Pose.looking(0.1, 1.55, 0.4, 0.3, -0.1);

  private final RuntimePlace place = RuntimePlace.from(System.getenv());
  private final TestLayer layer = TestLayer.at(place);

  @TempDir Path folder;

  @BeforeAll
  static void keepAwtAwayFromTheDisplay() {
    System.setProperty("java.awt.headless", "true");
  }

  @BeforeEach
  void lookAside() {
    layer.look(20, 0, 5);
  }

  @AfterEach
  void leaveNoScript() {
    layer.forget();
  }

  /** What the client said. */
  private String record(String edge, String... more) {
    var small = Map.of("XRT_COMPOSITOR_SCALE_PERCENTAGE", "25");
    var arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--xr",
                "--scene",
                "studio",
                "--edge",
                edge,
                "--size",
                "160x120",
                "--frames",
                "40",
                "--record",
                "walk.csv",
                "--out",
                "out"));
    arguments.addAll(List.of(more));
    try (var _ = MonadoService.start(place, MonadoService.Mode.REMOTE, small);
        var driver = RemoteDriver.connect()) {
      driver.send(RemoteInput.standing().withHead(HEAD));
      try (var client = WornClient.start(folder, arguments.toArray(String[]::new))) {
        assertEquals(0, client.await(PATIENCE), client::said);
        return client.said();
      }
    }
  }

  private boolean isGazeUsed() throws IOException {
    var report = new ObjectMapper().readTree(Files.readString(folder.resolve("out/report.json")));
    return report.path("inputs").path("is_gaze_used").asBoolean();
  }

  @Test
  void theHeadIsWrittenRelativeToTheStartAndTheEyesAreNot()
      throws IOException, MotionFileException {
    var said = record("embedded");
    var file = folder.resolve("walk.csv");
    assertEquals("t_s,px,py,pz,qx,qy,qz,qw", Files.readAllLines(file).getFirst());
    var track = MotionFile.read(file);
    var last = track.poseAt(track.durationSeconds());
    assertEquals(0, last.distanceTo(HEAD), 1e-3, last::toString);
    assertEquals(0, last.angleTo(HEAD), 2e-3, last::toString);
    assertFalse(said.contains("gaze"), said);
    assertTrue(isGazeUsed(), "they decided which tiles were asked for");
  }

  @Test
  void theEyesAreWrittenWhereThatWasAskedFor() throws IOException, MotionFileException {
    var said = record("none", "--record-gaze");
    var file = folder.resolve("walk.csv");
    assertEquals("t_s,px,py,pz,qx,qy,qz,qw,gx,gy,gz,g_t_s", Files.readAllLines(file).getFirst());
    var track = MotionFile.read(file);
    var gaze = track.gazeAt(track.durationSeconds()).orElseThrow();
    assertEquals(-Math.sin(Math.toRadians(20)), gaze.x(), 1e-4);
    assertEquals(-Math.cos(Math.toRadians(20)), gaze.z(), 1e-4);
    assertTrue(said.contains("saccade: recording motion, and raw gaze, to "), said);
    assertFalse(isGazeUsed(), "without an edge nothing depends on them");
  }
}
