package org.saccade.offload.rate;

/**
 * How long datagrams wait on the way, from differences of arrival minus sending: the smallest delay
 * of a slot of {@link #SLOT_NANOS} above the smallest of the last seconds. A slot's smallest delay
 * shows a queue and hides a late thread or a late datagram. How much it moves from slot to slot is
 * the way's own noise, by which thresholds must be higher (GCC adapts its own, too:
 * draft-ietf-rmcat-gcc-02, 5.4). One thread.
 */
final class QueueMeter {
  static final long SLOT_NANOS = 5_000_000L;

  private static final long NONE = Long.MAX_VALUE;
  private static final long FRESH_NANOS = 3_000_000L;
  private static final int FEW = 4;
  private static final int RISES = 2;
  private static final long STEP_MICROS = 100;
  private static final long MOST_NOISE_MICROS = 10_000;
  private static final double NOISE_SHARE = 1 / 32.0;

  private final LeastDelay leastDelay = new LeastDelay();
  private long slotNanos;
  private long least = NONE;
  private long closedLeast = NONE;
  private int packets;
  private long newestNanos;
  private double noiseMicros;
  private int rises;
  private long grownNanos = Long.MIN_VALUE / 2;

  void add(long arrivedNanos, long delayMicros) {
    if (least == NONE || arrivedNanos - slotNanos > SLOT_NANOS) {
      close();
      slotNanos = arrivedNanos;
      least = delayMicros;
      packets = 0;
    }
    least = Math.min(least, delayMicros);
    newestNanos = Math.max(newestNanos, arrivedNanos);
    packets++;
  }

  private void close() {
    if (least != NONE && closedLeast != NONE) {
      double step = Math.min(MOST_NOISE_MICROS, Math.abs(least - closedLeast));
      noiseMicros += NOISE_SHARE * (step - noiseMicros);
    }
    boolean isHigher = closedLeast != NONE && least - closedLeast > STEP_MICROS;
    rises = isHigher ? rises + 1 : 0;
    grownNanos = rises >= RISES ? newestNanos : grownNanos;
    closedLeast = least == NONE ? closedLeast : least;
  }

  boolean isEmpty() {
    return least == NONE;
  }

  /** The queue of the newest slot that says something. */
  long queueMicros(long now) {
    boolean isFresh = packets >= FEW || newestNanos - slotNanos >= FRESH_NANOS;
    long delay = isFresh || closedLeast == NONE ? least : Math.min(least, closedLeast);
    return leastDelay.excess(delay, now);
  }

  /**
   * Whether delays rose from slot to slot at least twice, lately: a queue grows bit by bit, while a
   * way that changes jumps once.
   */
  boolean hasGrown(long sinceNanos) {
    return grownNanos - sinceNanos >= 0;
  }

  /** How much the least delay moves from slot to slot, on average. */
  double noiseMicros() {
    return noiseMicros;
  }
}
