package org.saccade.offload.rate;

/** Whether the other end is there, by when it was last heard while it is asked. One thread. */
final class Presence {
  private static final long SILENCE_NANOS = 60_000_000L;
  private static final long GAP_NANOS = 25_000_000L;
  private static final long RARELY_AFTER_NANOS = 300_000_000L;

  private long heardNanos;
  private long awaitingNanos;
  private long wayNanos;
  private long gapEndedNanos = Long.MIN_VALUE / 2;
  private boolean isAway;

  /** What a look found changed. */
  enum Change {
    NONE,
    WENT_AWAY,
    CAME_BACK
  }

  /** A packet came, which may end a gap. */
  void arrived(long nanos) {
    boolean isAwaited = heardNanos != 0 && awaitingNanos - heardNanos > 0;
    if (isAwaited && nanos - awaitingNanos > GAP_NANOS + wayNanos) {
      gapEndedNanos = nanos;
    }
    heard(nanos);
  }

  /** The other end was heard, by whatever message. */
  void heard(long nanos) {
    heardNanos = Math.max(heardNanos, nanos);
  }

  /** Looks once a frame, when it is asked. */
  Change look(long now, long roundTripNanos, long sinceLast) {
    wayNanos = roundTripNanos;
    boolean wasAway = isAway;
    if (heardNanos - awaitingNanos >= 0) {
      awaitingNanos = now;
      isAway = false;
      return wasAway ? Change.CAME_BACK : Change.NONE;
    }
    isAway |=
        heardNanos != 0 && now - awaitingNanos > SILENCE_NANOS + roundTripNanos + 2 * sinceLast;
    return isAway && !wasAway ? Change.WENT_AWAY : Change.NONE;
  }

  boolean isAway() {
    return isAway;
  }

  /** Whether it has been away for so long that asking often would only fill a queue. */
  boolean isLongAway(long now) {
    return isAway && heardNanos < awaitingNanos && now - awaitingNanos > RARELY_AFTER_NANOS;
  }

  /** Whether nothing at all was heard for longer than any answer takes. */
  boolean isSilent(long now) {
    return heardNanos < awaitingNanos && now - awaitingNanos > wayNanos + GAP_NANOS;
  }

  /** When the last gap ended; long ago for none. */
  long gapEndedNanos() {
    return gapEndedNanos;
  }
}
