package org.saccade.offload.netem.relay;

/**
 * What went through a relay so far.
 *
 * @param devices open connections by TCP
 * @param downBytes passed on towards devices, TCP and UDP, without headers
 * @param upBytes passed on towards the edge
 * @param lost datagrams lost on the way
 * @param dropped datagrams that found a queue full, or an operating system's buffer
 * @param refused connections that the edge's side did not take
 */
public record RelayFigures(
    int devices, long downBytes, long upBytes, long lost, long dropped, long refused) {}
