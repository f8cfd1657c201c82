package org.saccade.offload.edge;

import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Limits;

/**
 * Holds a session to its grant: a token bucket filled at the granted pace, no deeper than {@link
 * #DEPTH_NANOS} of it, and at most the grant's cap in all. Session thread.
 */
final class Pacer {
  /** As deep as the thread may be late; deeper bursts would queue in the network. */
  static final long DEPTH_NANOS = 5_000_000L;

  private static final long LEAST_DEPTH_BYTES = 4L * Limits.DATAGRAM_BYTES;

  private Grant grant = Grant.NOTHING;
  private long expiresNanos;
  private long filledNanos;
  private double tokens;
  private long leftOfCap;

  /** A grant arrived. */
  void renew(Grant renewed, long now) {
    fill(now);
    grant = renewed;
    expiresNanos = now + Limits.GRANT_NANOS;
    leftOfCap = renewed.capBytes();
    tokens = Math.min(tokens, depth());
  }

  /** Takes so many bytes, if they may leave now. More than a bucketful goes into debt. */
  boolean take(int bytes, long now) {
    fill(now);
    if (now - expiresNanos >= 0 || leftOfCap < bytes || tokens < Math.min(bytes, depth())) {
      return false;
    }
    tokens -= bytes;
    leftOfCap -= bytes;
    return true;
  }

  /** Gives back what was taken but did not leave. */
  void giveBack(int bytes) {
    tokens += bytes;
    leftOfCap += bytes;
  }

  private void fill(long now) {
    double rate = now - expiresNanos >= 0 ? 0 : grant.bytesPerSecond();
    tokens = Math.min(depth(), tokens + rate * 1e-9 * Math.max(0, now - filledNanos));
    filledNanos = now;
  }

  private double depth() {
    return Math.max(LEAST_DEPTH_BYTES, grant.bytesPerSecond() * 1e-9 * DEPTH_NANOS);
  }
}
