package org.saccade.offload.policy;

import org.jspecify.annotations.Nullable;

/**
 * Draws locally what fits the display period, and leaves the rest to the tiles at hand.
 *
 * <p>The order of preference is Local, Hybrid, Edge: what the device draws itself is sharp and
 * costs no bytes. Each must fit its measured busy time into the period, and tiles must be there in
 * time; both with hysteresis, so that a scene at the limit does not flip. Where the device alone is
 * hopelessly slow, the first coarse tiles will do: late means blurred, never slow. Costs are known
 * from frames really drawn: Local is measured first, Hybrid when the far tiles are there, and a
 * mode that just missed the budget is looked at again after 10 s, then 20 s, 40 s, up to 2 min.
 * What does not fit by far is not looked at again while tiles serve: a look costs missed frames.
 */
public final class AutomaticPolicy implements Policy {
  /** Share of the period that may be used while a mode is on, and to come (back) to it. */
  private static final double STAY = 0.95;

  private static final double ENTER = 0.8;

  /** Only what missed the period by less than this is looked at again. */
  private static final double WORTH_A_LOOK = 1.5;

  /** Hybrid is not tried where Local takes more periods than this. */
  private static final double WORTH_A_TRY = 12;

  /** Nothing fits: another mode must be this much cheaper to be taken instead. */
  private static final double CLEARLY_CHEAPER = 0.8;

  private static final float ENOUGH_COVERED = 0.85f;
  private static final float ENOUGH_SHOWN = 0.9995f;
  private static final float TOO_LITTLE_SHOWN = 0.998f;
  private static final float BLURRED = 0.3f;

  /** Blurred for so long, sharp but slow is better, if it is not slower than this. */
  private static final long BLURRED_NANOS = 2_000_000_000L;

  private static final double SHARP_BUT_SLOW = 2;

  /** A mode stays at least so long, unless its tiles are gone. */
  private static final long DWELL_NANOS = 400_000_000L;

  private static final long PROVEN_NANOS = 30_000_000_000L;

  AutomaticPolicy() {}

  @Override
  public String name() {
    return "auto";
  }

  @Override
  public Decision decide(Observation seen) {
    var memory = blur(seen, CostLearning.learn(seen));
    var previous = seen.previous();
    var choice = choose(seen, memory, previous);
    if (previous != null && choice.mode() != previous.mode() && mustStay(seen, memory, previous)) {
      choice = new Choice(previous.mode(), previous.reason(), previous.demand(), memory);
    }
    return decision(seen, choice);
  }

  /** What is chosen, before it becomes a decision. */
  private record Choice(Mode mode, Reason reason, TileDemand demand, PolicyMemory memory) {}

  private static Choice choose(Observation seen, PolicyMemory memory, @Nullable Decision previous) {
    var mode = previous == null ? Mode.LOCAL : previous.mode();
    boolean isTrying = previous != null && previous.reason() == Reason.TRYING_LOCAL_AGAIN;
    if (!isKnown(memory.local().full(), seen)
        && (mode == Mode.LOCAL || !serves(seen, memory, mode, true))) {
      var reason = isTrying ? Reason.TRYING_LOCAL_AGAIN : Reason.MEASURING_LOCAL;
      return new Choice(Mode.LOCAL, reason, TileDemand.NEAR_AND_FAR, memory);
    }
    if (mode == Mode.LOCAL && fits(memory.local().full(), seen, true)) {
      return localFits(seen, memory);
    }
    if (isLocalWorthALook(seen, memory, mode)) {
      var looking = memory.forgetLocal(memory.localRetry().failed(seen.nowNanos()));
      return new Choice(Mode.LOCAL, Reason.TRYING_LOCAL_AGAIN, TileDemand.NEAR_AND_FAR, looking);
    }
    return withTiles(seen, memory, mode);
  }

  private static Choice localFits(Observation seen, PolicyMemory memory) {
    boolean isEasy = memory.local().nanos() <= ENTER * seen.displayPeriodNanos();
    boolean isProven = seen.previousAgeNanos() > PROVEN_NANOS;
    return new Choice(
        Mode.LOCAL,
        Reason.FITS_THE_BUDGET,
        isEasy || !seen.edgeConfigured() ? TileDemand.NOTHING : TileDemand.NEAR_AND_FAR,
        isProven ? memory.withLocalRetry(Retry.fresh(seen.nowNanos())) : memory);
  }

  /** The device alone is too slow: the tiles decide. */
  private static Choice withTiles(Observation seen, PolicyMemory memory, Mode mode) {
    boolean farServes = serves(seen, memory, Mode.HYBRID, mode != Mode.LOCAL);
    boolean allServe = farServes && serves(seen, memory, Mode.EDGE, mode == Mode.EDGE);
    if (mode != Mode.LOCAL && isTooBlurred(seen, memory)) {
      return local(seen, memory);
    }
    if (farServes && !isKnown(memory.hybrid(), seen) && isHybridWorthATry(seen, memory)) {
      return tiles(Mode.HYBRID, Reason.TRYING_HYBRID, TileDemand.NEAR_AND_FAR, seen, memory);
    }
    if (farServes && fits(memory.hybrid(), seen, mode == Mode.HYBRID)) {
      return tiles(Mode.HYBRID, Reason.NEAR_FITS_THE_BUDGET, TileDemand.FAR, seen, memory);
    }
    if (farServes
        && mode == Mode.EDGE
        && isWorthALook(memory.hybrid(), memory.hybridRetry(), seen)) {
      var looking = memory.forgetHybrid(memory.hybridRetry().failed(seen.nowNanos()));
      return tiles(Mode.HYBRID, Reason.TRYING_HYBRID, TileDemand.NEAR_AND_FAR, seen, looking);
    }
    if (allServe) {
      return allTiles(seen, memory, mode);
    }
    double bar = memory.local().nanos() * (mode == Mode.HYBRID ? 1 : CLEARLY_CHEAPER);
    return farServes && hybridNanos(seen, memory) < bar
        ? tiles(Mode.HYBRID, missing(seen), TileDemand.NEAR_AND_FAR, seen, memory)
        : local(seen, memory);
  }

  /** NEAR and FAR tiles are there, and Hybrid does not fit. */
  private static Choice allTiles(Observation seen, PolicyMemory memory, Mode mode) {
    var edge = memory.edge();
    boolean isTooSlow = isKnown(edge, seen) && edge.nanos() > seen.displayPeriodNanos();
    double bar = edge.nanos() * (mode == Mode.EDGE ? CLEARLY_CHEAPER : 1);
    if (isTooSlow && hybridNanos(seen, memory) < bar) {
      return tiles(Mode.HYBRID, Reason.CHEAPEST_OF_ALL, TileDemand.NEAR_AND_FAR, seen, memory);
    }
    if (isTooSlow && memory.local().nanos() < bar) {
      return new Choice(Mode.LOCAL, Reason.CHEAPEST_OF_ALL, TileDemand.NEAR_AND_FAR, memory);
    }
    return tiles(Mode.EDGE, Reason.DEVICE_TOO_SLOW, TileDemand.NEAR_AND_FAR, seen, memory);
  }

  private static Choice tiles(
      Mode mode, Reason reason, TileDemand demand, Observation seen, PolicyMemory memory) {
    return new Choice(mode, seen.linkUp() ? reason : Reason.LIVING_ON_CACHE, demand, memory);
  }

  private static Choice local(Observation seen, PolicyMemory memory) {
    var demand = seen.edgeConfigured() ? TileDemand.NEAR_AND_FAR : TileDemand.NOTHING;
    return new Choice(Mode.LOCAL, missing(seen), demand, memory);
  }

  private static Reason missing(Observation seen) {
    if (!seen.edgeConfigured()) {
      return Reason.NO_EDGE;
    }
    return seen.linkUp() ? Reason.TILES_STILL_MISSING : Reason.NO_TILES_AND_NO_LINK;
  }

  private static boolean isKnown(ModeCost cost, Observation seen) {
    return cost.isKnown(seen.displayPeriodNanos());
  }

  /** Where the whole takes so many periods, the near part of it will hardly fit one. */
  private static boolean isHybridWorthATry(Observation seen, PolicyMemory memory) {
    return memory.local().nanos() <= WORTH_A_TRY * seen.displayPeriodNanos();
  }

  private static double hybridNanos(Observation seen, PolicyMemory memory) {
    return isKnown(memory.hybrid(), seen) ? memory.hybrid().nanos() : Double.POSITIVE_INFINITY;
  }

  private static boolean fits(ModeCost cost, Observation seen, boolean isOn) {
    double share = isOn ? STAY : ENTER;
    return isKnown(cost, seen) && cost.nanos() <= share * seen.displayPeriodNanos();
  }

  /** Only what just missed the budget: a look costs missed frames. */
  private static boolean isWorthALook(ModeCost cost, Retry retry, Observation seen) {
    return isKnown(cost, seen)
        && retry.isDue(seen.nowNanos())
        && cost.nanos() <= WORTH_A_LOOK * seen.displayPeriodNanos();
  }

  /** Scaled Local frames say less about full resolution: look whenever due, if there is hope. */
  private static boolean isLocalWorthALook(Observation seen, PolicyMemory memory, Mode mode) {
    if (mode != Mode.LOCAL) {
      return isWorthALook(memory.local().full(), memory.localRetry(), seen);
    }
    return isKnown(memory.local().full(), seen)
        && memory.localRetry().isDue(seen.nowNanos())
        && memory.fineness().scale() < 1
        && !isHopeless(seen, memory);
  }

  /** Whether a mode's tiles do; blurred ones do where the device alone could only be slow. */
  private static boolean serves(Observation seen, PolicyMemory memory, Mode mode, boolean isOn) {
    var tiles = readiness(seen, mode);
    return isOn
        ? tiles.shown() >= TOO_LITTLE_SHOWN
        : tiles.shown() >= ENOUGH_SHOWN
            && (tiles.coverage() >= ENOUGH_COVERED || isHopeless(seen, memory));
  }

  /** Even at the lowest resolution the device alone takes more than two periods. */
  private static boolean isHopeless(Observation seen, PolicyMemory memory) {
    return isKnown(memory.local().full(), seen)
        && memory.local().nanosAt(Fineness.SMALLEST_SCALE)
            > SHARP_BUT_SLOW * seen.displayPeriodNanos();
  }

  private static Readiness readiness(Observation seen, Mode mode) {
    return switch (mode) {
      case LOCAL -> Readiness.FULL;
      case HYBRID -> seen.far();
      case EDGE -> seen.far().worse(seen.near());
    };
  }

  private static boolean isTooBlurred(Observation seen, PolicyMemory memory) {
    return memory.blurredSinceNanos() != PolicyMemory.NEVER
        && seen.nowNanos() - memory.blurredSinceNanos() > BLURRED_NANOS
        && memory.local().nanos() <= SHARP_BUT_SLOW * seen.displayPeriodNanos();
  }

  /** Notes since when the tiles of the mode that is on are too blurred. */
  private static PolicyMemory blur(Observation seen, PolicyMemory memory) {
    var previous = seen.previous();
    boolean isBlurred = previous != null && readiness(seen, previous.mode()).coverage() < BLURRED;
    long since = memory.blurredSinceNanos();
    if (isBlurred == (since != PolicyMemory.NEVER)) {
      return memory;
    }
    return memory.withBlurredSince(isBlurred ? seen.nowNanos() : PolicyMemory.NEVER);
  }

  private static boolean mustStay(Observation seen, PolicyMemory memory, Decision previous) {
    boolean isYoung = seen.nowNanos() - memory.modeSinceNanos() < DWELL_NANOS;
    boolean isMeasuring =
        previous.reason() == Reason.MEASURING_LOCAL
            || previous.reason() == Reason.TRYING_LOCAL_AGAIN
            || previous.reason() == Reason.TRYING_HYBRID;
    return isYoung && !isMeasuring && serves(seen, memory, previous.mode(), true);
  }

  private static Decision decision(Observation seen, Choice choice) {
    var memory = CostLearning.inMode(seen, choice.memory(), choice.mode());
    var costs = CostLearning.costs(seen, memory);
    return switch (choice.mode()) {
      case LOCAL -> {
        var fineness = fineness(seen, choice);
        yield new Decision.Local(
            fineness, choice.reason(), costs, memory.withFineness(fineness), choice.demand());
      }
      case HYBRID -> new Decision.Hybrid(choice.reason(), costs, memory, choice.demand());
      case EDGE -> new Decision.Edge(choice.reason(), costs, memory, choice.demand());
    };
  }

  private static Fineness fineness(Observation seen, Choice choice) {
    var local = choice.memory().local();
    if (!isKnown(local.full(), seen) || choice.reason() == Reason.FITS_THE_BUDGET) {
      return Fineness.FULL;
    }
    long period = seen.displayPeriodNanos();
    return choice.memory().fineness().next(local, ENTER * period, period, seen.nowNanos());
  }
}
