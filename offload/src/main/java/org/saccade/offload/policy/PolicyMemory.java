package org.saccade.offload.policy;

/**
 * Everything a policy remembers from one frame to the next; it travels inside its decision.
 *
 * @param local busy time of Local frames, by resolution
 * @param hybrid busy time of Hybrid frames
 * @param edge busy time of Edge frames
 * @param modeSinceNanos when the mode last changed
 * @param blurredSinceNanos since when the drawn tiles are too blurred; {@link #NEVER} while fine
 * @param localRetry when Local may be tried again
 * @param hybridRetry when Hybrid may be tried again
 * @param fineness how finely a Local frame is drawn
 */
public record PolicyMemory(
    LocalCost local,
    ModeCost hybrid,
    ModeCost edge,
    long modeSinceNanos,
    long blurredSinceNanos,
    Retry localRetry,
    Retry hybridRetry,
    Fineness fineness) {
  /** No such instant. */
  public static final long NEVER = Long.MAX_VALUE;

  /** The memory of a policy that has seen nothing. */
  public static PolicyMemory fresh(long nowNanos) {
    var retry = Retry.fresh(nowNanos);
    return new PolicyMemory(
        LocalCost.NONE, ModeCost.NONE, ModeCost.NONE, nowNanos, NEVER, retry, retry, Fineness.FULL);
  }

  /** Whether any frame was measured; before the first there was no other mode to fade from. */
  boolean hasMeasured() {
    return local.full().frames() + hybrid.frames() + edge.frames() > 0;
  }

  PolicyMemory withLocal(LocalCost cost) {
    return with(cost, hybrid, edge, blurredSinceNanos, localRetry, hybridRetry, fineness);
  }

  PolicyMemory withHybrid(ModeCost cost) {
    return with(local, cost, edge, blurredSinceNanos, localRetry, hybridRetry, fineness);
  }

  PolicyMemory withEdge(ModeCost cost) {
    return with(local, hybrid, cost, blurredSinceNanos, localRetry, hybridRetry, fineness);
  }

  PolicyMemory withBlurredSince(long nanos) {
    return with(local, hybrid, edge, nanos, localRetry, hybridRetry, fineness);
  }

  PolicyMemory withLocalRetry(Retry retry) {
    return with(local, hybrid, edge, blurredSinceNanos, retry, hybridRetry, fineness);
  }

  PolicyMemory withFineness(Fineness next) {
    return next.equals(fineness)
        ? this
        : with(local, hybrid, edge, blurredSinceNanos, localRetry, hybridRetry, next);
  }

  /** Local is to be measured anew, and not again before {@code next}. */
  PolicyMemory forgetLocal(Retry next) {
    return with(
        local.forgotten(), hybrid, edge, blurredSinceNanos, next, hybridRetry, Fineness.FULL);
  }

  /** Hybrid is to be measured anew, and not again before {@code next}. */
  PolicyMemory forgetHybrid(Retry next) {
    return with(local, ModeCost.NONE, edge, blurredSinceNanos, localRetry, next, fineness);
  }

  /** A mode begins now. */
  PolicyMemory modeBegins(long nowNanos) {
    return new PolicyMemory(
        local, hybrid, edge, nowNanos, NEVER, localRetry, hybridRetry, fineness);
  }

  private PolicyMemory with(
      LocalCost newLocal,
      ModeCost newHybrid,
      ModeCost newEdge,
      long newBlurredSince,
      Retry newLocalRetry,
      Retry newHybridRetry,
      Fineness newFineness) {
    return new PolicyMemory(
        newLocal,
        newHybrid,
        newEdge,
        modeSinceNanos,
        newBlurredSince,
        newLocalRetry,
        newHybridRetry,
        newFineness);
  }
}
