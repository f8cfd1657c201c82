package org.saccade.offload.policy;

/** Who draws this frame, why, what it was weighed against, and the policy's next memory. */
public sealed interface Decision {
  /** Why this and nothing else. */
  Reason reason();

  /** What was weighed. */
  Costs costs();

  /** What the policy wants to know next time. */
  PolicyMemory next();

  /** The tiles worth asking for while this decision holds. */
  TileDemand demand();

  /** Which of the three it is. */
  default Mode mode() {
    return switch (this) {
      case Local local -> Mode.LOCAL;
      case Hybrid hybrid -> Mode.HYBRID;
      case Edge edge -> Mode.EDGE;
    };
  }

  /**
   * The device draws everything.
   *
   * @param fineness what meets the display period, or full where that fits anyway
   */
  record Local(Fineness fineness, Reason reason, Costs costs, PolicyMemory next, TileDemand demand)
      implements Decision {
    /** Scale per axis, 0..1. */
    public double resolutionScale() {
      return fineness.scale();
    }
  }

  /** The device draws inside the FAR cell's split cube; FAR tiles give the rest. */
  record Hybrid(Reason reason, Costs costs, PolicyMemory next, TileDemand demand)
      implements Decision {}

  /** NEAR and FAR tiles give everything but movable things. */
  record Edge(Reason reason, Costs costs, PolicyMemory next, TileDemand demand)
      implements Decision {}
}
