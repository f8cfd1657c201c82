package org.saccade.xr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotionFileTest {
  private static final String HEADER = "t_s,px,py,pz,qx,qy,qz,qw\n";

  private final Path folder;

  MotionFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsPosesRelativeToTheFirstRow() throws Exception {
    var track = read(HEADER + "5,0,1.6,0,0,0,0,1\n6,1,1.6,0,0,0,0,1\n");
    assertEquals(1, track.durationSeconds(), 1e-9);
    assertEquals(0.25, track.poseAt(0.25).x(), 1e-6);
    assertFalse(track.hasGaze());
  }

  @Test
  void readsColumnsInAnyOrderAndIgnoresUnknownOnes() throws Exception {
    var text = "px,mood,t_s,py,pz,qw,qx,qy,qz,gx,gy,gz\r\n1,happy,0,2,3,1,0,0,0,0,0,-1\r\n\r\n";
    var track = read("\uFEFF" + text);
    assertEquals(3, track.poseAt(7).z(), 1e-9);
    assertTrue(track.hasGaze());
    assertTrue(track.gazeAt(3).orElseThrow().isMeasured());
  }

  @Test
  void namesFileLineAndColumnOfABadValue() {
    assertSays(
        "walk.csv:3: column 4 (pz) is 'high'", HEADER + "0,0,0,0,0,0,0,1\n1,0,0,high,0,0,0,1\n");
    assertSays("walk.csv:2: column 2 (px) is 'NaN'", HEADER + "0,NaN,0,0,0,0,0,1\n");
    assertSays(
        "walk.csv:2: column 8 (qw) is missing: the row has 7 of 8", HEADER + "0,0,0,0,0,0,0\n");
    assertSays("walk.csv:2: column 5 (qx) begins a quaternion", HEADER + "0,0,0,0,0,0,0,0\n");
    assertSays(
        "walk.csv:3: column 1 (t_s) is 0.0, not after",
        HEADER + "0,0,0,0,0,0,0,1\n0,0,0,0,0,0,0,1\n");
    assertSays("walk.csv:1: column qz, qw is missing", "t_s,px,py,pz,qx,qy\n");
    assertSays("walk.csv:1: column px appears twice", "t_s,px,px,py,pz,qx,qy,qz,qw\n");
    assertSays("walk.csv:1: gaze needs all", "t_s,px,py,pz,qx,qy,qz,qw,gx\n");
  }

  @Test
  void namesAnEmptyMissingOrUnreadableFile() {
    assertSays("walk.csv' is empty", "");
    assertSays("walk.csv' has a header but no row", HEADER);
    var missing = folder.resolve("none.csv");
    var thrown = assertThrows(MotionFileException.class, () -> MotionFile.read(missing));
    assertTrue(String.valueOf(thrown.getMessage()).contains("none.csv' does not exist"));
    var isFolder = assertThrows(MotionFileException.class, () -> MotionFile.read(folder));
    assertTrue(String.valueOf(isFolder.getMessage()).contains("cannot be read"));
  }

  @Test
  void garbageGivesOneLineAndNothingElse() throws IOException {
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      var bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      var file = folder.resolve("garbage.csv");
      Files.write(file, bytes);
      var thrown = assertThrows(MotionFileException.class, () -> MotionFile.read(file));
      assertFalse(String.valueOf(thrown.getMessage()).contains("\n"));
    }
  }

  @Test
  void aRowMayHaveNoGazeAndNotAPartOfOne() throws Exception {
    var header = "t_s,px,py,pz,qx,qy,qz,qw,gx,gy,gz\n";
    var track = read(header + "0,0,0,0,0,0,0,1,0,0,-1\n1,0,0,0,0,0,0,1,,, \n");
    assertTrue(track.gazeAt(0).isPresent());
    assertTrue(track.gazeAt(1).isEmpty());
    assertTrue(track.hasGaze(), "eyes blink");
    assertSays("walk.csv:2: column 9 (gx) is ''", header + "0,0,0,0,0,0,0,1,,0,-1\n");
    assertSays("walk.csv:2: column 9 (gx) is missing", header + "0,0,0,0,0,0,0,1\n");
  }

  @Test
  void aGazeHasATimeOfItsOwnOrThatOfItsRow() throws Exception {
    var row = "0,0,0,0,0,0,1,0,0,-1";
    var header = "t_s,px,py,pz,qx,qy,qz,qw,gx,gy,gz";
    var without = read(header + "\n1," + row + "\n1.5," + row + "\n");
    assertEquals(500_000_000, without.gazeAt(0.5).orElseThrow().sampleNanos());
    var with =
        read(header + ",g_t_s\n1," + row + ",0.98\n1.01,0,0,0,0,0,0,1,,,,\n1.5," + row + ",1.48\n");
    assertEquals(480_000_000, with.gazeAt(0.5).orElseThrow().sampleNanos());
    assertEquals(-20_000_000, with.gazeAt(0.01).orElseThrow().sampleNanos(), "still the same one");
    assertEquals(480_000_000, with.gazeAt(0.5001).orElseThrow().sampleNanos(), "backwards");
    assertEquals(980_000_000, with.gazeAt(1).orElseThrow().sampleNanos());
    assertSays(
        "walk.csv:3: column 12 (g_t_s) is 0.5, not after the gaze before",
        header + ",g_t_s\n1," + row + ",0.5\n2," + row + ",0.5\n");
    assertSays("walk.csv:2: column 12 (g_t_s) is ''", header + ",g_t_s\n1," + row + ",\n");
  }

  @Test
  void readsWhatItWrites() throws Exception {
    var pose = Pose.looking(-1.2345678, 1.6, -0.0000004, 2.5, -0.7);
    var gaze = new Gaze(0.6f, 0, -0.8f, -20_000_000, Gaze.Source.MEASURED);
    var text = new StringBuilder(MotionFile.HEADER + MotionFile.GAZE_HEADER + "\n");
    MotionFile.append(text, new PoseTrack.Sample(0, pose, Optional.of(gaze)), true);
    MotionFile.append(text, new PoseTrack.Sample(0.011111111, pose, Optional.empty()), true);
    var track = read(text.toString());
    assertEquals(0.011111, track.durationSeconds(), 1e-9);
    assertEquals(0, track.poseAt(0).distanceTo(pose), 1e-6);
    assertEquals(0, track.poseAt(0).angleTo(pose), 1e-6);
    assertEquals(0.6f, track.gazeAt(0).orElseThrow().x(), 1e-6f);
    assertEquals(-20_000_000, track.gazeAt(0).orElseThrow().sampleNanos());
    assertTrue(track.samples().getLast().gaze().isEmpty());
    assertFalse(text.toString().contains("E-"), text::toString);
  }

  private PoseTrack read(String text) throws Exception {
    var file = folder.resolve("walk.csv");
    Files.writeString(file, text);
    return MotionFile.read(file);
  }

  private void assertSays(String expected, String text) {
    var thrown = assertThrows(MotionFileException.class, () -> read(text));
    var message = String.valueOf(thrown.getMessage());
    assertTrue(message.contains(expected), message);
  }
}
