package org.saccade.offload.netem.model;

/**
 * What a network does to single datagrams besides losing some.
 *
 * @param jitterNanos each is late by 0 to this, evenly, without being overtaken; both ways
 * @param burst mean length, in datagrams, of the bursts that losses come in; up to 1: independent
 * @param reorder share that is overtaken: late by {@link #OVERTAKEN_NANOS} at most, holding up none
 * @param duplicate share that arrives twice
 */
public record Disturbance(long jitterNanos, double burst, double reorder, double duplicate) {
  /** Nothing of it. */
  public static final Disturbance NONE = new Disturbance(0, 1, 0, 0);

  /** How late a datagram may be that others overtake. */
  public static final long OVERTAKEN_NANOS = 10_000_000L;

  public Disturbance {
    if (jitterNanos < 0
        || !(burst >= 0)
        || !(reorder >= 0 && reorder <= 1)
        || !(duplicate >= 0 && duplicate <= 1)) {
      throw new IllegalArgumentException(
          "network row: jitter %d ns, burst %s, reorder %s, duplicate %s; expected 0 or more, shares 0..1"
              .formatted(jitterNanos, burst, reorder, duplicate));
    }
  }
}
