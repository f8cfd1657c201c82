package org.saccade.offload.discovery;

import java.net.InetAddress;

/**
 * An edge that answered. Only {@code address} and the times are known; the rest is what it says.
 *
 * @param address whence it answered
 * @param port of TCP and UDP
 * @param name for people
 * @param scene what it serves; empty while it is loading
 * @param sessions devices it serves now
 * @param mostSessions devices it would serve
 * @param key fingerprint of the key it will have to prove, 32 hexadecimal digits
 * @param roundTripNanos the shortest of a few questions and answers
 */
public record FoundEdge(
    InetAddress address,
    int port,
    String name,
    String scene,
    int sessions,
    int mostSessions,
    String key,
    long roundTripNanos) {
  /** As a person types it. */
  public String words() {
    String host = address.getHostAddress();
    return (host.contains(":") ? "[%s]:%d" : "%s:%d").formatted(host, port);
  }

  /** Whether it has no place for one more device. */
  public boolean isFull() {
    return sessions >= mostSessions;
  }
}
