package org.saccade.offload.netem.model;

/**
 * What goes over a network around a payload. An emulated rate is one of IP packets, so these count
 * and so do seals; what is below IP does not, as in what operators and speed tests call a rate.
 */
public final class Headers {
  /** IPv4 and UDP. */
  public static final int UDP_BYTES = 28;

  /** IPv4 and TCP, a segment. */
  public static final int TCP_BYTES = 40;

  /** What a segment carries at most. */
  public static final int SEGMENT_BYTES = 1_460;

  private Headers() {}
}
