package org.saccade.offload.protocol;

/**
 * What the edge may send: it replaces the former grant and expires {@link Limits#GRANT_NANOS} after
 * its receipt.
 *
 * @param bytesPerSecond the pace, counting whole messages (0: nothing may be sent)
 * @param capBytes the most that may be sent under this one grant, and the largest burst
 */
public record Grant(long bytesPerSecond, int capBytes) {
  /** Nothing may be sent. */
  public static final Grant NOTHING = new Grant(0, 0);

  public Grant {
    if (bytesPerSecond < 0 || bytesPerSecond > Limits.GRANT_BYTES_PER_SECOND) {
      throw new IllegalArgumentException(
          "grant.bytesPerSecond is %d; expected 0..%d"
              .formatted(bytesPerSecond, Limits.GRANT_BYTES_PER_SECOND));
    }
    if (capBytes < 0) {
      throw new IllegalArgumentException("grant.capBytes is %d; expected >= 0".formatted(capBytes));
    }
  }
}
