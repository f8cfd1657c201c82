package org.saccade.client.run;

import org.jspecify.annotations.Nullable;
import org.saccade.offload.policy.Mode;

/**
 * Which mode's picture is shown through which, after a change of mode: the former one fades out
 * within 100 ms. Immutable; one a frame.
 *
 * @param mode the mode of now
 * @param former the mode that still shows through; null when nothing fades
 * @param formerWeight 1 where only the former shows, towards 0
 * @param sinceNanos when the mode last changed
 */
public record CrossFade(Mode mode, @Nullable Mode former, float formerWeight, long sinceNanos) {
  /** How long a change takes. */
  public static final long DURATION_NANOS = 100_000_000L;

  /** Nothing fades. */
  public static CrossFade none(Mode mode, long nowNanos) {
    return new CrossFade(mode, null, 0, nowNanos - DURATION_NANOS);
  }

  /**
   * The fade of the next frame. A first frame of a new mode already shows a part of it; a change
   * back in mid-fade starts from the mode shown most.
   */
  public CrossFade next(Mode wanted, long nowNanos, long periodNanos) {
    if (wanted != mode) {
      return weighed(wanted, mode, nowNanos, nowNanos, periodNanos);
    }
    return former == null ? this : weighed(mode, former, sinceNanos, nowNanos, periodNanos);
  }

  private static CrossFade weighed(
      Mode mode, Mode former, long since, long nowNanos, long periodNanos) {
    long shownAt = nowNanos - since + periodNanos;
    float weight = 1 - (float) shownAt / DURATION_NANOS;
    return weight > 0
        ? new CrossFade(mode, former, weight, since)
        : new CrossFade(mode, null, 0, since);
  }
}
