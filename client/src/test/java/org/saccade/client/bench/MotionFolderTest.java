package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joml.Vector3d;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
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
