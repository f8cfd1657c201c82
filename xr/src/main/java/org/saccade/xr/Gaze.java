package org.saccade.xr;

/**
 * Where the eyes look: a unit direction in head space (-Z is straight ahead), the time it was
 * sampled on the rig's clock in nanoseconds, how it is known, and how far it can be relied upon.
 *
 * @param confidence 0 (not at all) to 1; {@link GazeKeeper} derives that of a measured one
 */
public record Gaze(float x, float y, float z, long sampleNanos, Source source, float confidence) {
  /** From this confidence on a gaze may decide what is drawn finely. */
  private static final float ENOUGH = 0.25f;

  /** How a gaze came to be known. */
  public enum Source {
    /** An eye tracker saw it. */
    MEASURED,
    /** A runtime says so, but no tracker follows the eyes now. */
    GUESSED,
    /** An eye tracker saw it a moment ago, as before a blink. */
    HELD,
    /** An eye tracker lost it: on its way to the middle of the view. */
    DRIFTING,
    /** A pointer on a screen stands for it. */
    POINTER,
    /** Nothing is known: the middle of the view. */
    CENTRE
  }

  /** A gaze that an eye tracker saw, or a pointer shows, without doubt. */
  public Gaze(float x, float y, float z, long sampleNanos, Source source) {
    this(x, y, z, sampleNanos, source, source == Source.CENTRE ? 0 : 1);
  }

  /** Straight ahead, because nothing better is known. */
  public static Gaze centre(long sampleNanos) {
    return new Gaze(0, 0, -1, sampleNanos, Source.CENTRE);
  }

  /** True when an eye tracker saw it. */
  public boolean isMeasured() {
    return source == Source.MEASURED;
  }

  /** True when it is a runtime's word for now: measured, or its guess. */
  public boolean isFresh() {
    return source == Source.MEASURED || source == Source.GUESSED;
  }

  /** Whether it may lower levels in the periphery: known, now or a moment ago, and trustworthy. */
  public boolean isTrusted() {
    return (isFresh() || source == Source.HELD) && confidence >= ENOUGH;
  }
}
