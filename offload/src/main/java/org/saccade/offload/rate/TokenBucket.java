package org.saccade.offload.rate;

/**
 * Holds a sender to an allowance: filled at its pace, no deeper than {@link #DEPTH_NANOS} of it,
 * and at most its cap in all. Pure; one thread.
 */
public final class TokenBucket {
  /** As deep as a sending thread may be late; deeper bursts would queue in the network. */
  public static final long DEPTH_NANOS = 5_000_000L;

  private final long leastDepthBytes;
  private Allowance allowance = new Allowance(0, 0);
  private long expiresNanos;
  private long filledNanos;
  private double tokens;
  private long leftOfCap;

  /**
   * An empty one.
   *
   * @param leastDepthBytes it is never shallower: some datagrams
   */
  public TokenBucket(long leastDepthBytes) {
    this.leastDepthBytes = leastDepthBytes;
  }

  /** A new allowance, good until an instant. */
  public void renew(Allowance renewed, long now, long untilNanos) {
    fill(now);
    allowance = renewed;
    expiresNanos = untilNanos;
    leftOfCap = renewed.capBytes();
    tokens = Math.min(tokens, depth());
  }

  /** Takes so many bytes, if they may leave now. More than a bucketful goes into debt. */
  public boolean take(int bytes, long now) {
    fill(now);
    if (now - expiresNanos >= 0 || leftOfCap < bytes || tokens < Math.min(bytes, depth())) {
      return false;
    }
    tokens -= bytes;
    leftOfCap -= bytes;
    return true;
  }

  /** Gives back what was taken but did not leave. */
  public void giveBack(int bytes) {
    tokens += bytes;
    leftOfCap += bytes;
  }

  private void fill(long now) {
    double rate = now - expiresNanos >= 0 ? 0 : allowance.bytesPerSecond();
    tokens = Math.min(depth(), tokens + rate * 1e-9 * Math.max(0, now - filledNanos));
    filledNanos = now;
  }

  private double depth() {
    return Math.max((double) leastDepthBytes, allowance.bytesPerSecond() * 1e-9 * DEPTH_NANOS);
  }
}
