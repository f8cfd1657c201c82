package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
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
            new PoseTrack.Sample(0.2, head, Optional.of(Gaze.centre(0))));
    var recording = MotionFolder.recording("somebody", new PoseTrack(samples));
    assertTrue(recording.hasGaze());
    assertEquals(-1, recording.gaze(0).z());
    assertTrue(Float.isNaN(recording.gaze(1).z()), "nobody saw the eyes then");
    assertEquals(-1, recording.gaze(2).z());
  }
}
