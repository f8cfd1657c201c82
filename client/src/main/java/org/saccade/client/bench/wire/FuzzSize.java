package org.saccade.client.bench.wire;

import org.saccade.offload.link.WireFuzz;

/**
 * How much the wire's fuzzing throws.
 *
 * @param rounds in memory, of 200,000 datagrams and 20,000 streams each
 * @param datagrams at a live edge
 * @param connections to it
 */
public record FuzzSize(int rounds, int datagrams, int connections) {
  /** 10 million datagrams and a million streams in memory, half a million at a live edge. */
  public static final FuzzSize FULL = new FuzzSize(WireFuzz.ROUNDS, 500_000, 2_000);

  /** A fiftieth in memory, a tenth live: some seconds. */
  public static final FuzzSize SHORT = new FuzzSize(1, 50_000, 200);
}
