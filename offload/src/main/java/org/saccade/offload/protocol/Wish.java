package org.saccade.offload.protocol;

/**
 * A tile wanted.
 *
 * @param address the tile's packed address inside the session's scene and recipe
 * @param deadlineMicros when it is needed, in microseconds after the request's receipt
 * @param attempt 0 at first, raised by one when the answer is overdue
 */
public record Wish(long address, int deadlineMicros, int attempt) {
  public Wish {
    if (deadlineMicros < 0 || deadlineMicros > Limits.DEADLINE_MICROS) {
      throw new IllegalArgumentException(
          "wish.deadlineMicros is %d; expected 0..%d"
              .formatted(deadlineMicros, Limits.DEADLINE_MICROS));
    }
    if (attempt < 0 || attempt > Limits.ATTEMPT) {
      throw new IllegalArgumentException(
          "wish.attempt is %d; expected 0..%d".formatted(attempt, Limits.ATTEMPT));
    }
  }
}
