package org.saccade.offload.policy;

import java.util.Locale;

/**
 * Always the named mode, as far as there are tiles to draw: until the first of them cover the
 * views, and when they are gone, the device draws everything, so the picture is never black.
 */
public final class FixedPolicy implements Policy {
  private static final float ENOUGH_TO_BEGIN = 0.98f;
  private static final float TOO_FEW_TO_STAY = 0.5f;

  private final Mode mode;

  FixedPolicy(Mode mode) {
    this.mode = mode;
  }

  @Override
  public String name() {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Decision decide(Observation seen) {
    var memory = CostLearning.learn(seen);
    var costs = CostLearning.costs(seen, memory);
    return switch (mode) {
      case LOCAL ->
          new Decision.Local(
              Fineness.FULL,
              Reason.CHOSEN_BY_NAME,
              costs,
              since(seen, memory, Mode.LOCAL),
              TileDemand.NOTHING);
      case HYBRID ->
          serves(seen, seen.far())
              ? new Decision.Hybrid(
                  Reason.CHOSEN_BY_NAME, costs, since(seen, memory, Mode.HYBRID), TileDemand.FAR)
              : waiting(seen, memory, costs, TileDemand.FAR);
      case EDGE ->
          serves(seen, seen.far().worse(seen.near()))
              ? new Decision.Edge(
                  Reason.CHOSEN_BY_NAME,
                  costs,
                  since(seen, memory, Mode.EDGE),
                  TileDemand.NEAR_AND_FAR)
              : waiting(seen, memory, costs, TileDemand.NEAR_AND_FAR);
    };
  }

  private boolean serves(Observation seen, Readiness tiles) {
    var previous = seen.previous();
    boolean stays = previous != null && previous.mode() == mode;
    return tiles.shown() >= (stays ? TOO_FEW_TO_STAY : ENOUGH_TO_BEGIN);
  }

  private static Decision waiting(
      Observation seen, PolicyMemory memory, Costs costs, TileDemand demand) {
    var reason =
        !seen.edgeConfigured()
            ? Reason.NO_EDGE
            : seen.linkUp() ? Reason.TILES_STILL_MISSING : Reason.NO_TILES_AND_NO_LINK;
    return new Decision.Local(
        Fineness.FULL, reason, costs, since(seen, memory, Mode.LOCAL), demand);
  }

  private static PolicyMemory since(Observation seen, PolicyMemory memory, Mode mode) {
    return CostLearning.inMode(seen, memory, mode);
  }
}
