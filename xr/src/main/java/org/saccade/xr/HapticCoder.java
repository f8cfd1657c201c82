package org.saccade.xr;

import org.jspecify.annotations.Nullable;

/**
 * Turns how strongly a hand is touched, frame by frame, into the few pulses that must be sent for
 * the hand to feel the same. No clock is read. Frame thread.
 *
 * <p>Fingers notice a change of strength only when it exceeds a share of what they feel already
 * (Weber's law), so an amplitude is sent only when it leaves the deadband around the last one sent:
 * |a - last| > k * last, with k = 0.1, at the lower end of the 10 to 15 % found for force and
 * vibration. Source: P. Hinterseer, S. Hirche, S. Chaudhuri, E. Steinbach, M. Buss,
 * "Perception-Based Data Reduction and Transmission of Haptic Data in Telepresence and Teleaction
 * Systems", IEEE Transactions on Signal Processing 56(2), 2008. Near nothing the law fails, so
 * amplitudes below 0.02 count as none. A pulse that still holds is sent anew before it ends; when
 * frames stop coming, it ends by itself.
 */
public final class HapticCoder {
  /** The share of the last amplitude by which a new one must differ to be sent. */
  public static final double DEADBAND = 0.1;

  /** How long a pulse lasts that nothing replaces: some frames, so that none is missed. */
  public static final long PULSE_NANOS = 100_000_000;

  private static final long REFRESH_NANOS = 70_000_000;
  private static final double FAINTEST = 0.02;

  private float last;
  private long sentNanos;

  /**
   * What to send now; null when what was sent still serves.
   *
   * @param strength of the touch: 0 none, 1 (and more) the strongest
   * @param nowNanos never smaller than the last time
   */
  public @Nullable HapticPulse code(double strength, long nowNanos) {
    float amplitude = strength < FAINTEST ? 0 : (float) Math.min(1, strength);
    if (amplitude == 0) {
      boolean isFelt = last > 0 && nowNanos - sentNanos < PULSE_NANOS;
      last = 0;
      return isFelt ? HapticPulse.STOP : null;
    }
    boolean isNoticed = last == 0 || Math.abs(amplitude - last) > DEADBAND * last;
    if (!isNoticed && nowNanos - sentNanos < REFRESH_NANOS) {
      return null;
    }
    last = isNoticed ? amplitude : last;
    sentNanos = nowNanos;
    return new HapticPulse(last, PULSE_NANOS);
  }
}
