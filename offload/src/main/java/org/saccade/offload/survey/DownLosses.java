package org.saccade.offload.survey;

/**
 * Counts the datagrams lost on the way down, and apart from the link's own losses those that a full
 * queue dropped because the measurement sends more than the link carries. Where a queue overflows,
 * the datagrams before and after have waited in it, or, where sending then ends, the one before: so
 * a loss is judged by their waits. The survey's thread.
 */
final class DownLosses {
  /** A shorter wait is none, whatever the noise. */
  private static final long LEAST_QUEUE_MICROS = 5_000;

  private static final int REMEMBERED = 1 << 12;
  private static final byte LOST = 1;
  private static final byte DROPPED = 2;

  private final byte[] fates = new byte[REMEMBERED];
  private final Count calm = new Count();
  private final Count queued = new Count();
  private long queueMicros = LEAST_QUEUE_MICROS;
  private boolean hasPacket;
  private int lastPacket;
  private boolean wasQueued;
  private int leastMicros;

  /** What came while a queue stood, or while none did, and what was missed then. */
  private static final class Count {
    private long came;
    private long missed;

    private double share() {
      return missed == 0 ? 0 : missed / (double) (came + missed);
    }
  }

  /** How much delays move without any queue of ours. */
  void noiseIs(long nanos) {
    queueMicros = Math.max(LEAST_QUEUE_MICROS, nanos / 1_000);
  }

  /**
   * A datagram came; numbers and stamps are modulo 2^32.
   *
   * @param sentMicros by the edge's clock, of which only differences count
   */
  void see(int packet, int sentMicros, long arrivedNanos) {
    int delay = (int) (arrivedNanos / 1_000) - sentMicros;
    leastMicros = hasPacket && delay - leastMicros > 0 ? leastMicros : delay;
    boolean isQueued = delay - leastMicros > queueMicros;
    boolean isDropped = isQueued || wasQueued;
    int step = hasPacket ? packet - lastPacket : 1;
    hasPacket = true;
    if (step > 0) {
      for (int at = packet - Math.min(step, REMEMBERED) + 1; at != packet; at++) {
        fates[slot(at)] = isDropped ? DROPPED : LOST;
      }
      fates[slot(packet)] = 0;
      (isDropped ? queued : calm).missed += step - 1;
      (isQueued ? queued : calm).came++;
      lastPacket = packet;
      wasQueued = isQueued;
    } else if (-step < REMEMBERED && fates[slot(packet)] != 0) {
      var then = fates[slot(packet)] == LOST ? calm : queued;
      then.missed--; // it was only overtaken
      then.came++;
      fates[slot(packet)] = 0;
    }
  }

  private static int slot(int packet) {
    return packet & (REMEMBERED - 1);
  }

  /** Lost while no queue stood, by all that was sent then. */
  double linksShare() {
    return calm.share();
  }

  /** Dropped by a queue, beyond what the link would have lost anyway, by all that was sent. */
  double queuesShare() {
    long sent = calm.came + calm.missed + queued.came + queued.missed;
    double dropped = queued.missed - linksShare() * (queued.came + queued.missed);
    return sent == 0 ? 0 : Math.max(0, dropped / sent);
  }
}
