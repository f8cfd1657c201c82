package org.saccade.offload.sim.wire;

/** How many bits a second a video's frames have. One thread. */
sealed interface VideoRate permits FixedRate, AlvrRate {
  /** For the frame of now. */
  double bitsPerSecond(long now);

  /**
   * The sender hears of a frame whose datagrams all arrived.
   *
   * @param latencyNanos from its first datagram's leaving to its last one's arrival
   * @param wayNanos what of it the way takes without a queue
   */
  void heard(long bytes, long latencyNanos, long wayNanos);
}
