package org.saccade.xr;

import org.jspecify.annotations.Nullable;

/** A headset's runtime as a rig needs it. Used by the frame thread alone. */
public interface Headset {
  /** Head, views and gaze expected at {@code displayNanos}, in the play space. */
  RigFrame locate(long displayNanos);

  /** The head alone, likewise. */
  Pose locateHead(long displayNanos);

  /** Where the head really was at a past instant; null where no history is kept. */
  @Nullable Pose headAt(long pastNanos);

  /** Whether head and views were ever known; before that they are placeholders. */
  boolean isLocated();

  /**
   * Whether the last look for the head was told where it is, not only how it is turned; else its
   * place is the last one or a placeholder.
   */
  boolean isHeadPlaced();

  /** How far the floor lies below the play space's origin, metres. */
  double floorBelowOrigin();
}
