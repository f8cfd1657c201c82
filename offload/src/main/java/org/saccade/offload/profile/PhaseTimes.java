package org.saccade.offload.profile;

/** How long each phase of one frame took, in nanoseconds; immutable. */
public final class PhaseTimes {
  private final long[] nanos;

  PhaseTimes(long[] ring, int from, int count) {
    nanos = new long[count];
    System.arraycopy(ring, from, nanos, 0, count);
  }

  /** Wall time of the phase; 0 if the frame did not run it. */
  public long nanos(Phase phase) {
    return nanos[phase.index()];
  }
}
