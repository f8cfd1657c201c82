package org.saccade.xr;

/**
 * Where the eyes look: a unit direction in head space (-Z is straight ahead), the time it was
 * sampled on the rig's clock in nanoseconds, and how it is known.
 */
public record Gaze(float x, float y, float z, long sampleNanos, Source source) {
  /** How a gaze came to be known. Only a measured one may lower levels in the periphery. */
  public enum Source {
    /** An eye tracker saw it. */
    MEASURED,
    /** A pointer on a screen stands for it. */
    POINTER,
    /** Nothing is known: the middle of the view. */
    CENTRE
  }

  /** Straight ahead, because nothing better is known. */
  public static Gaze centre(long sampleNanos) {
    return new Gaze(0, 0, -1, sampleNanos, Source.CENTRE);
  }

  /** True when an eye tracker saw it. */
  public boolean isMeasured() {
    return source == Source.MEASURED;
  }
}
