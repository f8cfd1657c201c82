package org.saccade.offload.runtime;

import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.TileFragment;

/** Measures how fast tiles arrive and how many datagrams are lost, and grants. Frame thread. */
final class Pace {
  private static final long WINDOW_NANOS = 500_000_000L;
  private static final long GRANTED_BYTES_PER_SECOND = 25_000_000L;
  private static final long BURST_NANOS = 150_000_000L;

  private final Grant grant =
      new Grant(
          GRANTED_BYTES_PER_SECOND,
          (int) (GRANTED_BYTES_PER_SECOND * BURST_NANOS / 1_000_000_000L));
  private long windowNanos;
  private long windowBytes;
  private double bytesPerSecond;
  private int lastPacket;
  private boolean hasPacket;
  private double lostShare;

  /** A fragment arrived. */
  void see(TileFragment fragment, long nowNanos) {
    tick(nowNanos);
    windowBytes += TileFragment.HEADER_BYTES + fragment.payload().size();
    int step = fragment.packet() - lastPacket;
    if (!hasPacket || step > 0) {
      if (hasPacket && step < 10_000) {
        double lost = (step - 1.0) / step;
        lostShare += (lost - lostShare) * Math.min(1, step / 256.0);
      }
      lastPacket = fragment.packet();
      hasPacket = true;
    }
  }

  /** Closes the window of measuring when it is over. */
  void tick(long nowNanos) {
    long elapsed = nowNanos - windowNanos;
    if (windowNanos == 0) {
      windowNanos = nowNanos;
    } else if (elapsed >= WINDOW_NANOS) {
      bytesPerSecond = windowBytes * 1e9 / elapsed;
      windowBytes = 0;
      windowNanos = nowNanos;
    }
  }

  void clear() {
    hasPacket = false;
    lostShare = 0;
    bytesPerSecond = 0;
    windowBytes = 0;
    windowNanos = 0;
  }

  /** What the edge may send now. */
  Grant grant(long nowNanos) {
    return grant;
  }

  double bytesPerSecond() {
    return bytesPerSecond;
  }

  double lostShare() {
    return lostShare;
  }
}
