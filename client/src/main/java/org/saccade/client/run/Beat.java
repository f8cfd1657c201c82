package org.saccade.client.run;

/** What lets frames begin: a display's rate, or a headset's runtime. Frame thread. */
interface Beat {
  /** Waits for this frame's turn; returns when it should be shown, on the clock. */
  long await();

  /** The time from one frame to the next, in nanoseconds. */
  long periodNanos();
}
