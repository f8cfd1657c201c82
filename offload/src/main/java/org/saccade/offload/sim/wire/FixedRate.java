package org.saccade.offload.sim.wire;

/** Always the same. */
record FixedRate(double always) implements VideoRate {
  @Override
  public double bitsPerSecond(long now) {
    return always;
  }

  @Override
  public void heard(long bytes, long latencyNanos, long wayNanos) {
    // It does not listen.
  }
}
