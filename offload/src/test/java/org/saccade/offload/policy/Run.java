package org.saccade.offload.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drives a policy frame by frame on virtual time against a device of known speed. */
final class Run {
  static final long PERIOD_NANOS = 11_111_111L;

  private final Policy policy;
  private final Map<Mode, Double> periods = new EnumMap<>(Mode.class);
  private final List<Decision> decisions = new ArrayList<>();
  private @Nullable Decision previous;
  private @Nullable DrawnFrame last;
  private Readiness near = Readiness.NONE;
  private Readiness far = Readiness.NONE;
  private boolean edgeConfigured = true;
  private boolean linkUp = true;
  private long nowNanos = 5_000_000_000L;
  private double fixedShare;

  Run(Policy policy, double local, double hybrid, double edge) {
    this.policy = policy;
    costs(local, hybrid, edge);
  }

  /** Busy times as multiples of the display period. */
  Run costs(double local, double hybrid, double edge) {
    periods.put(Mode.LOCAL, local);
    periods.put(Mode.HYBRID, hybrid);
    periods.put(Mode.EDGE, edge);
    return this;
  }

  /** Share of a Local frame that no lower resolution spares. */
  Run fixed(double share) {
    fixedShare = share;
    return this;
  }

  Run tiles(Readiness nearTiles, Readiness farTiles) {
    near = nearTiles;
    far = farTiles;
    return this;
  }

  Run link(boolean isUp) {
    linkUp = isUp;
    return this;
  }

  Run withoutEdge() {
    edgeConfigured = false;
    linkUp = false;
    return this;
  }

  /** Goes on for so long; the frames' decisions are kept. */
  Run seconds(double seconds) {
    long end = nowNanos + (long) (seconds * 1e9);
    while (nowNanos < end) {
      frame();
    }
    return this;
  }

  Decision frame() {
    var decision =
        policy.decide(
            new Observation(
                nowNanos, PERIOD_NANOS, last, near, far, edgeConfigured, linkUp, previous));
    double scale = decision instanceof Decision.Local local ? local.resolutionScale() : 1;
    double wobble = 1 + 0.02 * Math.sin(decisions.size() * 1.7);
    long busyNanos = (long) (periodsOf(decision) * wobble * PERIOD_NANOS);
    last = new DrawnFrame(decision.mode(), scale, busyNanos);
    nowNanos += Math.max(PERIOD_NANOS, busyNanos);
    previous = decision;
    decisions.add(decision);
    return decision;
  }

  Decision decision() {
    return decisions.getLast();
  }

  int frames() {
    return decisions.size();
  }

  int changes() {
    int changes = 0;
    for (int i = 1; i < decisions.size(); i++) {
      changes += decisions.get(i).mode() != decisions.get(i - 1).mode() ? 1 : 0;
    }
    return changes;
  }

  /** Share of frames longer than a period. */
  double missed() {
    return (double) decisions.stream().filter(this::isMissed).count() / decisions.size();
  }

  private boolean isMissed(Decision decision) {
    return periodsOf(decision) > 1;
  }

  private double periodsOf(Decision decision) {
    double scale = decision instanceof Decision.Local local ? local.resolutionScale() : 1;
    double share = fixedShare + (1 - fixedShare) * scale * scale;
    return periods.getOrDefault(decision.mode(), 1.0) * share;
  }

  /** Frames decided in this mode so far. */
  long framesIn(Mode mode) {
    return decisions.stream().filter(decision -> decision.mode() == mode).count();
  }
}
