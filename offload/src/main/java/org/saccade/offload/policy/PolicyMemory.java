package org.saccade.offload.policy;

/**
 * Everything a policy remembers from one frame to the next; it travels inside its decision.
 *
 * @param local busy time of Local frames at full resolution
 * @param hybrid busy time of Hybrid frames
 * @param edge busy time of Edge frames
 * @param modeSinceNanos when the mode last changed
 * @param blurredSinceNanos since when the drawn tiles are too blurred; {@link #NEVER} while fine
 * @param localRetry when Local may be tried again
 * @param hybridRetry when Hybrid may be tried again
 * @param resolutionScale scale per axis a Local frame is drawn at
 */
public record PolicyMemory(
    ModeCost local,
    ModeCost hybrid,
    ModeCost edge,
    long modeSinceNanos,
    long blurredSinceNanos,
    Retry localRetry,
    Retry hybridRetry,
    double resolutionScale) {
  /** No such instant. */
  public static final long NEVER = Long.MAX_VALUE;

  /** The memory of a policy that has seen nothing. */
  public static PolicyMemory fresh(long nowNanos) {
    var retry = Retry.fresh(nowNanos);
    return new PolicyMemory(
        ModeCost.NONE, ModeCost.NONE, ModeCost.NONE, nowNanos, NEVER, retry, retry, 1);
  }
}
