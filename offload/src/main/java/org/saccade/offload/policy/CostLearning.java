package org.saccade.offload.policy;

/** How a policy's memory learns from the last drawn frame: pure functions on its records. */
final class CostLearning {
  /**
   * Frames begun so soon after a change carry a cross-fade and fresh uploads; they do not count.
   */
  private static final long SETTLING_NANOS = 150_000_000L;

  private CostLearning() {}

  /** The memory with the last frame's busy time in it. */
  static PolicyMemory learn(Observation seen) {
    var memory = seen.memory();
    var last = seen.last();
    var previous = seen.previous();
    if (last == null || previous == null || last.mode() != previous.mode()) {
      return memory;
    }
    boolean isFading = seen.previousAgeNanos() - last.busyNanos() < SETTLING_NANOS;
    if (isFading && memory.hasMeasured()) {
      return memory;
    }
    return switch (last.mode()) {
      case LOCAL -> memory.withLocal(memory.local().with(last.resolutionScale(), last.busyNanos()));
      case HYBRID -> memory.withHybrid(memory.hybrid().with(last.busyNanos()));
      case EDGE -> memory.withEdge(memory.edge().with(last.busyNanos()));
    };
  }

  static Costs costs(Observation seen, PolicyMemory memory) {
    long period = seen.displayPeriodNanos();
    return new Costs(
        memory.local().full().nanosOrUnknown(period),
        memory.hybrid().nanosOrUnknown(period),
        memory.edge().nanosOrUnknown(period),
        period,
        seen.near(),
        seen.far());
  }

  /** The memory with the mode chosen now; the clock of the mode starts anew when it changes. */
  static PolicyMemory inMode(Observation seen, PolicyMemory memory, Mode mode) {
    var previous = seen.previous();
    if (previous != null && previous.mode() == mode) {
      return memory;
    }
    return memory.modeBegins(seen.nowNanos());
  }
}
