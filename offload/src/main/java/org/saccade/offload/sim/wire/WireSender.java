package org.saccade.offload.sim.wire;

/** Something that sends over a bottleneck. One thread. */
interface WireSender {
  /** Does what is due up to now; calls come in steps of {@link WireRun#STEP_NANOS}. */
  void step(long now);
}
