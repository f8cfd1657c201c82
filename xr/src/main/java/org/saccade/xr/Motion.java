package org.saccade.xr;

import java.util.Optional;

/** A head's movement over time, relative to a scene's start. Immutable; any thread may sample. */
public sealed interface Motion permits PoseTrack, OrbitMotion {
  /** The head {@code seconds} (>= 0) after the beginning; endless. */
  Pose poseAt(double seconds);

  /**
   * The eyes' unit direction in head space then, where they were measured; its time is nanoseconds
   * since the beginning.
   */
  Optional<Gaze> gazeAt(double seconds);
}
