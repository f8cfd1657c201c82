package org.saccade.offload.edge;

import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.rate.Allowance;
import org.saccade.offload.rate.TokenBucket;

/** Holds a session to its grant, which expires. Session thread. */
final class Pacer {
  private static final long LEAST_DEPTH_BYTES = 4L * Limits.DATAGRAM_BYTES;

  private final TokenBucket bucket = new TokenBucket(LEAST_DEPTH_BYTES);

  /** A grant arrived. */
  void renew(Grant renewed, long now) {
    bucket.renew(
        new Allowance(renewed.bytesPerSecond(), renewed.capBytes()), now, now + Limits.GRANT_NANOS);
  }

  /** Takes so many bytes, if they may leave now. More than a bucketful goes into debt. */
  boolean take(int bytes, long now) {
    return bucket.take(bytes, now);
  }

  /** Gives back what was taken but did not leave. */
  void giveBack(int bytes) {
    bucket.giveBack(bytes);
  }
}
