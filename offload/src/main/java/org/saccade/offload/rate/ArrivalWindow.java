package org.saccade.offload.rate;

/**
 * What arrived since the window opened. Packets are counted when they are taken from the link, once
 * a frame, so the window opens and closes there. One thread.
 */
final class ArrivalWindow {
  private static final long NONE = Long.MAX_VALUE;

  private long openedNanos = NONE;
  private long bytes;
  private long received;
  private long lost;
  private long bursts;
  private int lastPacket;
  private int lastSentMicros;
  private long sentMicros;
  private boolean hasPacket;

  /**
   * Counts a packet; numbers and stamps are modulo 2^32.
   *
   * @return its delay in microseconds, on an unknown common offset
   */
  long add(long arrivedNanos, int packet, int stampMicros, int packetBytes) {
    if (openedNanos == NONE) {
      openedNanos = arrivedNanos;
    }
    sentMicros += hasPacket ? stampMicros - lastSentMicros : 0;
    lastSentMicros = stampMicros;
    int step = hasPacket ? packet - lastPacket : 1;
    hasPacket = true;
    if (step > 0) {
      lost += step - 1;
      bursts += step > 1 ? 1 : 0;
      lastPacket = packet;
    } else if (step < 0) {
      lost = Math.max(0, lost - 1); // overtaken, not lost
    }
    received++;
    bytes += packetBytes;
    return arrivedNanos / 1_000 - sentMicros;
  }

  boolean isOpen() {
    return openedNanos != NONE;
  }

  long openedNanos() {
    return openedNanos;
  }

  long ageNanos(long now) {
    return isOpen() ? now - openedNanos : 0;
  }

  /** Bytes a second from the opening to {@code now}. */
  double bytesPerSecond(long now) {
    return bytes * 1e9 / Math.max(1, now - openedNanos);
  }

  /** Sent, as far as their numbers tell. */
  long packets() {
    return received + lost;
  }

  long lost() {
    return lost;
  }

  /** In how many bursts they were lost; more than were where some were only overtaken. */
  long bursts() {
    return bursts;
  }

  double lostShare() {
    return received + lost == 0 ? 0 : (double) lost / (received + lost);
  }

  boolean isEmpty() {
    return received == 0;
  }

  /** Opens again, where the last one closed. */
  void reopen(long now) {
    openedNanos = now;
    bytes = 0;
    received = 0;
    lost = 0;
    bursts = 0;
  }
}
