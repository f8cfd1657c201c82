package org.saccade.offload.runtime;

import org.saccade.offload.rate.RateLimit;

/**
 * How the link to the edge stands.
 *
 * @param isConfigured whether there is an edge to reach at all
 * @param isUp whether the edge answers and serves our scene
 * @param roundTripNanos smoothed, without the time the edge held the request; 0 while unknown
 * @param jitterNanos mean deviation of the round trip
 * @param bytesPerSecond of tiles, over the last second
 * @param granted bytes a second the edge may send
 * @param limit what keeps that from being more
 * @param lostShare share of the last datagrams that did not arrive, 0..1
 * @param words why it is down, for people; empty while it is up
 */
public record LinkHealth(
    boolean isConfigured,
    boolean isUp,
    long roundTripNanos,
    long jitterNanos,
    double bytesPerSecond,
    long granted,
    RateLimit limit,
    double lostShare,
    String words) {}
