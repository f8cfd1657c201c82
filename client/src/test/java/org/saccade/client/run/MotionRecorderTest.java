package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.ExitCode;
import org.saccade.client.Stop;
import org.saccade.client.Surroundings;
import org.saccade.client.command.CommandLines;
import org.saccade.client.settings.SavedSettings;
import org.saccade.offload.profile.Profiler;
import org.saccade.testing.Await;
import org.saccade.xr.Gaze;
import org.saccade.xr.MotionFile;
import org.saccade.xr.MotionFileException;
import org.saccade.xr.Origin;
import org.saccade.xr.Pose;
import org.saccade.xr.RigFrame;

@NullMarked
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
final class MotionRecorderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long FRAME = 11_111_111;
  private static final Origin START = new Origin(3, 0.5, -2, 1.2);
  private static final Gaze SEEN = new Gaze(0.6f, 0, -0.8f, 0, Gaze.Source.MEASURED);
  private static final Gaze HELD = new Gaze(0.6f, 0, -0.8f, 0, Gaze.Source.HELD);

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private Surroundings surroundings() {
    var words = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new Surroundings(
        Map.of("XDG_CACHE_HOME", folder.toString()),
        folder,
        words,
        words,
        System::nanoTime,
        System.nanoTime(),
        new Stop());
  }

  private Recording open(boolean hasGaze) {
    var run = LiveRun.settings(folder, new EdgeChoice.None());
    var recording =
        MotionRecorder.open(
            surroundings(), run.recorded(new RecordChoice(Path.of("walk.csv"), hasGaze)));
    recording.enter(START);
    return recording;
  }

  private static Pose pose(int frame) {
    return Pose.looking(0.01 * frame, 1.6, -0.02 * frame, 0.03 * frame, -0.1);
  }

  private static RigFrame frame(long nanos, Pose head, Gaze gaze) {
    return new RigFrame(nanos, head, List.of(), gaze);
  }

  private static void note(Recording recording, long nanos, Pose head, Gaze gaze) {
    recording.note(nanos, frame(nanos, head, gaze));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("walk.csv"));
  }

  @Test
  void whatWasRecordedIsReplayed() throws MotionFileException, IOException {
    try (var recording = open(false)) {
      for (int i = 0; i < 300; i++) {
        recording.note(77 + i * FRAME, frame(77 + i * FRAME, pose(i).in(START.pose()), SEEN));
      }
    }
    assertEquals("t_s,px,py,pz,qx,qy,qz,qw", lines().getFirst());
    var track = MotionFile.read(folder.resolve("walk.csv"));
    assertEquals(299 * FRAME * 1e-9, track.durationSeconds(), 1e-6);
    for (int i = 0; i < 300; i++) {
      var replayed = track.poseAt(i * FRAME * 1e-9);
      assertEquals(0, replayed.distanceTo(pose(i)), 5e-6);
      assertEquals(0, replayed.angleTo(pose(i)), 5e-6);
    }
    assertTrue(track.gazeAt(0).isEmpty(), "nobody asked for gaze");
    assertFalse(said.toString(StandardCharsets.UTF_8).contains("gaze"));
  }

  @Test
  void gazeIsWrittenWhereItWasAskedForAndTheTrackersOwn() throws MotionFileException, IOException {
    var guessed = new Gaze(0.6f, 0, -0.8f, 3 * FRAME, Gaze.Source.GUESSED);
    try (var recording = open(true)) {
      note(recording, 0, pose(0), SEEN);
      note(recording, FRAME, pose(1), HELD);
      note(recording, 2 * FRAME, pose(2), Gaze.centre(2 * FRAME));
      note(recording, 3 * FRAME, pose(3), guessed);
    }
    assertEquals("t_s,px,py,pz,qx,qy,qz,qw,gx,gy,gz,g_t_s", lines().getFirst());
    var samples = MotionFile.read(folder.resolve("walk.csv")).samples();
    assertEquals(4, samples.size());
    assertEquals(0.6f, samples.getFirst().gaze().orElseThrow().x());
    assertTrue(samples.stream().skip(1).allMatch(sample -> sample.gaze().isEmpty()));
    assertEquals(1, said.toString(StandardCharsets.UTF_8).split("raw gaze", -1).length - 1);
  }

  @Test
  void aSampleOfASlowTrackerIsWrittenOnceWithItsOwnTime() throws MotionFileException {
    try (var recording = open(true)) {
      for (int i = 0; i < 9; i++) { // a tracker three times as slow, whose samples are 20 ms old
        long sample = i / 3 * 3L * FRAME - 20_000_000;
        note(recording, i * FRAME, pose(i), new Gaze(0, 0, -1, sample, Gaze.Source.MEASURED));
      }
    }
    var track = MotionFile.read(folder.resolve("walk.csv"));
    for (int i = 0; i < 9; i++) {
      var gaze = track.samples().get(i).gaze();
      assertEquals(i % 3 == 0, gaze.isPresent(), "row " + i);
      if (gaze.isPresent()) {
        assertEquals((i * FRAME - 20_000_000) / 1e9, gaze.get().sampleNanos() / 1e9, 1e-6);
      }
      assertTrue(track.gazeAt(i * FRAME * 1e-9).isPresent(), "replayed as it was seen");
    }
  }

  @Test
  void gazeKeepsItsTimeWhereTheRigHasAClockOfItsOwn() throws MotionFileException {
    long rig = 5_000_000_000L;
    try (var recording = open(true)) {
      for (int i = 0; i < 2; i++) {
        var gaze = new Gaze(0, 0, -1, rig + i * FRAME - 7_000_000, Gaze.Source.MEASURED);
        recording.note(99 + i * FRAME, frame(rig + i * FRAME, pose(i), gaze));
      }
    }
    var last = MotionFile.read(folder.resolve("walk.csv")).samples().getLast();
    assertEquals((FRAME - 7_000_000) / 1e9, last.gaze().orElseThrow().sampleNanos() / 1e9, 1e-6);
  }

  @Test
  void aHeadThatIsNotTrackedIsLeftOut() throws MotionFileException {
    try (var recording = open(false)) {
      for (int i = 0; i < 30; i++) {
        var seen = frame(i * FRAME, pose(i).in(START.pose()), SEEN);
        boolean isTracked = i < 5 || i >= 20;
        recording.note(
            i * FRAME, new RigFrame(i * FRAME, seen.head(), seen.views(), seen.gaze(), isTracked));
      }
    }
    var samples = MotionFile.read(folder.resolve("walk.csv")).samples();
    assertEquals(15, samples.size());
    assertEquals(4 * FRAME * 1e-9, samples.get(4).seconds(), 1e-6);
    assertEquals(20 * FRAME * 1e-9, samples.get(5).seconds(), 1e-6);
    var words = said.toString(StandardCharsets.UTF_8);
    assertTrue(words.contains("15 frames are missing in"), words);
    assertTrue(words.contains("the head was not tracked"), words);
  }

  @Test
  void rowsAreInTheFileWhileItIsOpen() {
    try (var recording = open(false)) {
      note(recording, 0, pose(0), SEEN);
      Await.until("a row", PATIENCE, () -> read().lines().count() == 2);
    }
  }

  private String read() {
    try {
      return Files.readString(folder.resolve("walk.csv"));
    } catch (IOException notYet) {
      return "";
    }
  }

  @Test
  void whatHasNoTimeOfItsOwnOrNoPlaceIsLeftOut() throws IOException {
    try (var recording = open(false)) {
      note(recording, FRAME, pose(0), SEEN);
      note(recording, FRAME, pose(1), SEEN);
      note(recording, 0, pose(2), SEEN);
      note(recording, 2 * FRAME, new Pose(Double.NaN, 0, 0, 0, 0, 0, 1), SEEN);
      note(recording, 3 * FRAME, pose(3), SEEN);
    }
    assertEquals(3, lines().size());
  }

  @Test
  void aRecordingOfNothingLeavesNoFile() {
    open(false).close();
    assertFalse(Files.exists(folder.resolve("walk.csv")));
  }

  @Test
  void nothingIsRecordedUnasked() {
    var run = LiveRun.settings(folder, new EdgeChoice.None());
    assertSame(Recording.NONE, MotionRecorder.open(surroundings(), run));
  }

  @Test
  void aFrameMakesNoObject() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (var recording = open(true)) {
      var seen = frame(0, pose(0), SEEN);
      recording.note(0, seen);
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 1; i <= 1_000; i++) {
        recording.note(i * FRAME, seen);
      }
      long bytes = threads.getCurrentThreadAllocatedBytes() - before;
      assertTrue(bytes < 1_000, () -> bytes + " bytes in 1,000 frames");
    }
  }

  @Test
  @Tag("gpu")
  void aRunReplaysWhatARunRecorded() throws MotionFileException {
    record("visit", "first.csv");
    record("first.csv", "second.csv");
    var first = MotionFile.read(folder.resolve("first.csv"));
    var second = MotionFile.read(folder.resolve("second.csv"));
    assertEquals(first.durationSeconds(), second.durationSeconds(), 1e-6);
    for (double at = 0; at < first.durationSeconds(); at += 1.0 / 30) {
      assertEquals(0, first.poseAt(at).distanceTo(second.poseAt(at)), 5e-6);
      assertEquals(0, first.poseAt(at).angleTo(second.poseAt(at)), 5e-6);
    }
    assertTrue(first.poseAt(0.6).distanceTo(Pose.IDENTITY) > 1, "a head, not the floor");
  }

  private void record(String motion, String file) {
    int status =
        CommandLines.execute(
            surroundings(),
            List.of(
                "run",
                "--headless",
                "--scene",
                "studio",
                "--edge",
                "none",
                "--size",
                "64x64",
                "--hz",
                "30",
                "--unpaced",
                "--frames",
                "20",
                "--motion",
                motion,
                "--record",
                file,
                "--out",
                folder.resolve("out").toString()));
    assertEquals(ExitCode.DONE.number(), status, () -> said.toString(StandardCharsets.UTF_8));
  }

  @Test
  void ofARecordedGazeThePersonIsTold() {
    var recorded =
        LiveRun.settings(folder, new EdgeChoice.None())
            .recorded(new RecordChoice(Path.of("walk.csv"), true));
    var menu = new HeadsetMenu(LiveSettings.unsaved(SavedSettings.standard()), recorded);
    assertTrue(menu.state().note().contains("recording raw gaze"));
    var figures = new LiveFigures(new Profiler(4), new NoTiles(), recorded.notice());
    assertEquals("recording raw gaze", figures.state().notice());
    var quiet = recorded.recorded(new RecordChoice(Path.of("walk.csv"), false));
    assertEquals("", quiet.notice());
  }
}
