package org.saccade.offload.survey;

/**
 * What was measured of a link.
 *
 * @param quiet round trips while nothing else travelled
 * @param loaded round trips in the second half of each try, in which tiles came as fast as the
 *     rate's control lets them
 * @param bytesPerSecond of tiles that came in the second half of the middle one of three tries
 * @param leastBytesPerSecond the same of the slowest try
 * @param mostBytesPerSecond the same of the fastest
 * @param lostShare of datagrams down while tiles came and no queue of ours stood: the link's own
 *     loss, 0..1; 0 when none came
 * @param overflowShare of all datagrams down, those beyond that which a queue dropped because tiles
 *     came faster than the link carries, 0..1
 * @param answeredShare of requests, asked once a frame, that were answered, 0..1
 * @param longestGapNanos the longest time in which nothing came at all
 * @param byDatagram whether datagrams pass; else all went by stream
 * @param hasGoodput whether the edge gives measuring tiles; else rate and loss are unknown
 */
public record LinkFigures(
    RoundTrips quiet,
    RoundTrips loaded,
    double bytesPerSecond,
    double leastBytesPerSecond,
    double mostBytesPerSecond,
    double lostShare,
    double overflowShare,
    double answeredShare,
    long longestGapNanos,
    boolean byDatagram,
    boolean hasGoodput) {
  private static final double BYTES_PER_MBIT = 125_000;

  /** What came, Mbit/s. */
  public double mbitPerSecond() {
    return bytesPerSecond / BYTES_PER_MBIT;
  }

  /** Of the slowest try, Mbit/s. */
  public double leastMbitPerSecond() {
    return leastBytesPerSecond / BYTES_PER_MBIT;
  }

  /** Of the fastest try, Mbit/s. */
  public double mostMbitPerSecond() {
    return mostBytesPerSecond / BYTES_PER_MBIT;
  }
}
