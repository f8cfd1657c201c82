package org.saccade.client.run;

/**
 * Where motion and animation stand in a frame: on the wall's clock, or stepped by a fixed time so
 * that every run shows the same frames. Immutable.
 *
 * @param startNanos when the run began, on the wall's clock
 * @param stepNanos a frame's share; 0 follows the wall
 */
record Timeline(long startNanos, long stepNanos) {
  /** Nanoseconds since the motion began, for a frame shown at {@code displayNanos}. */
  long atNanos(long index, long displayNanos) {
    return stepNanos > 0 ? index * stepNanos : Math.max(0, displayNanos - startNanos);
  }

  /** The same for a recording, which outlives worlds: on the wall's clock unless stepped. */
  long recordedNanos(long index, long displayNanos) {
    return stepNanos > 0 ? index * stepNanos : displayNanos;
  }
}
