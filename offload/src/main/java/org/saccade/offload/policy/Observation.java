package org.saccade.offload.policy;

import org.jspecify.annotations.Nullable;

/**
 * All a policy may look at: plain numbers of this instant, and what it decided last time.
 *
 * @param nowNanos the frame's clock
 * @param displayPeriodNanos time between two frames of the display
 * @param last the frame drawn before this one; null in the first frame
 * @param near readiness of the NEAR tiles for the views of now
 * @param far readiness of the FAR tiles for the views of now
 * @param edgeConfigured whether there is an edge to ask at all
 * @param linkUp whether the edge answers
 * @param previous the decision before this one; null in the first frame
 */
public record Observation(
    long nowNanos,
    long displayPeriodNanos,
    @Nullable DrawnFrame last,
    Readiness near,
    Readiness far,
    boolean edgeConfigured,
    boolean linkUp,
    @Nullable Decision previous) {
  public Observation {
    if (displayPeriodNanos <= 0) {
      throw new IllegalArgumentException(
          "displayPeriodNanos is %d; expected more than 0".formatted(displayPeriodNanos));
    }
  }

  /** What the policy handed itself with its last decision. */
  public PolicyMemory memory() {
    return previous == null ? PolicyMemory.fresh(nowNanos) : previous.next();
  }

  /** How long the mode of the previous decision has been chosen without a change. */
  public long previousAgeNanos() {
    return nowNanos - memory().modeSinceNanos();
  }
}
