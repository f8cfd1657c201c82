package org.saccade.xr;

/**
 * A vibration of a hand's device.
 *
 * @param amplitude 0 (stop) to 1
 * @param durationNanos how long it lasts unless another replaces it
 */
public record HapticPulse(float amplitude, long durationNanos) {
  /** Stillness. */
  public static final HapticPulse STOP = new HapticPulse(0, 0);

  public HapticPulse {
    if (!(amplitude >= 0 && amplitude <= 1) || durationNanos < 0) {
      throw new IllegalArgumentException(
          "a pulse of amplitude %s for %d ns; expected 0 to 1, and 0 ns or more"
              .formatted(amplitude, durationNanos));
    }
  }

  /** Whether it ends what is felt. */
  public boolean isStop() {
    return amplitude == 0;
  }
}
