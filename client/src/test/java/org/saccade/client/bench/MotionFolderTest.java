package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joml.Quaterniond;
import org.joml.Vector3d;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.client.Failure;
import org.saccade.xr.Gaze;
import org.saccade.xr.Pose;
import org.saccade.xr.PoseTrack;

@NullMarked
final class MotionFolderTest {
  @Test
  void aBlinkNeitherTeachesALookNorSpoilsTheRecording() {
    var head = Pose.looking(0, 1.6, 0, 0, 0);
    var samples =
        List.of(
            new PoseTrack.Sample(0, head, Optional.of(Gaze.centre(0))),
            new PoseTrack.Sample(0.1, head, Optional.empty()),
            new PoseTrack.Sample(0.2, head, Optional.of(Gaze.centre(200_000_000))));
    var recording = MotionFolder.recording("somebody", new PoseTrack(samples));
    assertTrue(recording.hasGaze());
    assertEquals(-1, recording.gaze(0).z());
    assertTrue(Float.isNaN(recording.gaze(1).z()), "nobody saw the eyes then");
    assertEquals(-1, recording.gaze(2).z());
    assertFalse(recording.truth(0.1, new Vector3d()), "in between they were lost");
  }

  /** Rows at 90 Hz of a head that walks at 1.4 m/s and turns at 3 rad/s. */
  private static String rows(int first, int count, double x, double yaw) {
    var rows = new StringBuilder();
    for (int i = first; i < first + count; i++) {
      double half = (yaw + 3 * i / 90.0) / 2;
      rows.append(
          String.format(
              Locale.ROOT,
              "%.6f,%.6f,1.6,0,0,%.7f,0,%.7f%n",
              i / 90.0,
              x + 1.4 * i / 90,
              Math.sin(half),
              Math.cos(half)));
    }
    return rows.toString();
  }

  @Test
  void whoTeleportsOrTurnsInStepsBeginsAnewThere(@TempDir Path folder) throws IOException {
    var file = folder.resolve("walk_a_P1.csv");
    var turned = Math.toRadians(30);
    Files.writeString(
        file,
        "t_s,px,py,pz,qx,qy,qz,qw\n"
            + rows(0, 90, 0, 0)
            + rows(90, 60, 3, 0) // a teleport
            + rows(150, 40, 3, turned) // a step
            + rows(190, 10, 5, turned) // a teleport, and another one too soon to learn from
            + rows(200, 30, 7, turned));
    var entries = MotionFolder.read(folder);
    assertEquals(
        List.of(90, 60, 40, 30), entries.stream().map(entry -> entry.recording().size()).toList());
    assertEquals(1, MotionFolder.files(entries));
    assertEquals(1, entries.stream().map(entry -> entry.recording().person()).distinct().count());
    assertEquals(1, entries.get(1).recording().seconds(0), 1e-6, "times stay as they are");
    assertFalse(
        entries.getFirst().recording().truth(0.995, new Vector3d(), new Quaterniond()),
        "what comes after it is not to be foreseen");
    Files.writeString(file, "t_s,px,py,pz,qx,qy,qz,qw\n" + rows(0, 20, 0, 0) + rows(20, 20, 9, 0));
    var failure = assertThrows(Failure.class, () -> MotionFolder.read(folder));
    assertTrue(String.valueOf(failure.getMessage()).contains("has 40 rows, and not 30"));
  }

  @Test
  void aTrackersNoiseBetweenCloseRowsIsNoJump() {
    var samples = new ArrayList<PoseTrack.Sample>();
    for (int i = 0; i < 60; i++) { // 1 cm and 2 degrees in half a millisecond
      var pose = Pose.looking(0.01 * (i % 2), 1.6, 0, Math.toRadians(2 * (i % 2)), 0);
      samples.add(new PoseTrack.Sample(0.0005 * i, pose, Optional.empty()));
    }
    assertEquals(1, MotionFolder.pieces(new PoseTrack(samples)).size());
  }

  @Test
  void gazesOfASlowTrackerCountWhenTheyWereMeasured() {
    var samples = new ArrayList<PoseTrack.Sample>();
    for (int i = 0; i < 30; i++) { // three times as slow as the frames, and 20 ms old
      double angle = 0.01 * (i - 2);
      var seen =
          new Gaze(
              (float) Math.sin(angle),
              0,
              (float) -Math.cos(angle),
              (i - 2) * 10_000_000L,
              Gaze.Source.MEASURED);
      samples.add(
          new PoseTrack.Sample(
              0.01 * i, Pose.IDENTITY, i % 3 == 0 ? Optional.of(seen) : Optional.empty()));
    }
    var recording = MotionFolder.recording("somebody", new PoseTrack(samples));
    var truth = new Vector3d();
    for (double at = 0; at < 0.24; at += 0.01) {
      assertTrue(recording.truth(at, truth), "between two samples of such a tracker");
      assertEquals(at, Math.atan2(truth.x, -truth.z), 1e-4);
    }
  }
}
