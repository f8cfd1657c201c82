package org.saccade.offload.rate;

/**
 * What the sender may send from now on.
 *
 * @param bytesPerSecond the pace
 * @param capBytes the most before the next allowance reaches it
 */
public record Allowance(long bytesPerSecond, int capBytes) {}
