package org.saccade.offload.link;

/**
 * What a link carried since it was made, in whole messages.
 *
 * @param sentBytes encoded bytes handed to the network
 * @param receivedBytes encoded bytes of messages that arrived
 * @param droppedInbound messages that arrived while the inbox was full
 * @param droppedOutbound messages the network did not take
 */
public record LinkStatistics(
    long sentMessages,
    long sentBytes,
    long receivedMessages,
    long receivedBytes,
    long droppedInbound,
    long droppedOutbound) {}
