package org.saccade.offload.netem.model;

import java.util.SplittableRandom;

/**
 * Which datagrams are lost: each alone, or in bursts by two states of which one loses everything
 * (Gilbert 1960). The chance to leave that state is 1 / burst, and the chance to enter it makes the
 * share of losses the asked one. One thread.
 */
final class Losses {
  private final SplittableRandom random;
  private boolean isBad;

  Losses(SplittableRandom random) {
    this.random = random;
  }

  /** Whether the next datagram is lost. */
  boolean next(double share, double burst) {
    if (share <= 0) {
      return false;
    }
    if (burst <= 1 || share >= 1) {
      return random.nextDouble() < share;
    }
    double change = isBad ? 1 / burst : Math.min(1, share / (burst * (1 - share)));
    isBad ^= random.nextDouble() < change;
    return isBad;
  }
}
