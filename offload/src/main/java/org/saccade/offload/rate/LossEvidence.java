package org.saccade.offload.rate;

/**
 * Whether more is lost than a network may lose without being full. A share of few packets says
 * nothing, so packets are gathered over windows until there are enough. One thread.
 */
final class LossEvidence {
  private static final long ENOUGH = 100;
  private static final double DEVIATIONS = 3;

  private final double muchLoss;
  private long packets;
  private long lost;

  LossEvidence(double muchLoss) {
    this.muchLoss = muchLoss;
  }

  /** Adds a window; true when what was gathered since the last answer shows too much loss. */
  boolean isTooMuch(ArrivalWindow window) {
    packets += window.packets();
    lost += window.lost();
    if (packets < ENOUGH) {
      return false;
    }
    double chance = DEVIATIONS * Math.sqrt(muchLoss * (1 - muchLoss) / packets);
    boolean isTooMuch = lost > (muchLoss + chance) * packets;
    packets = 0;
    lost = 0;
    return isTooMuch;
  }
}
