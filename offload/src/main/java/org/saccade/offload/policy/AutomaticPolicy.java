package org.saccade.offload.policy;

/** Draws locally what fits the display period, and leaves the rest to the tiles at hand. */
public final class AutomaticPolicy implements Policy {
  @Override
  public String name() {
    return "auto";
  }

  @Override
  public Decision decide(Observation seen) {
    var memory = CostLearning.learn(seen);
    return new Decision.Local(
        1,
        Reason.MEASURING_LOCAL,
        CostLearning.costs(seen, memory),
        CostLearning.inMode(seen, memory, Mode.LOCAL),
        TileDemand.NEAR_AND_FAR);
  }
}
