package org.saccade.offload.policy;

/**
 * What a decision weighed: the busy time of a frame in each mode, {@link #UNKNOWN} where it was
 * never measured, beside the time there is, and how ready the tiles were.
 */
public record Costs(
    long localNanos,
    long hybridNanos,
    long edgeNanos,
    long budgetNanos,
    Readiness near,
    Readiness far) {
  /** A cost that was never measured. */
  public static final long UNKNOWN = -1;
}
