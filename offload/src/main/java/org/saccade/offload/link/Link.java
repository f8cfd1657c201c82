package org.saccade.offload.link;

import org.saccade.offload.protocol.Message;

/**
 * One end of a connection between a device and an edge. No call blocks or throws because of the
 * network. Sending is safe from any thread; {@link #drain} belongs to one thread, the owner's.
 */
public interface Link extends AutoCloseable {
  /**
   * Sends in order and without loss.
   *
   * @return false when the link is not up or its queue is full; the message is then gone
   */
  boolean sendReliable(Message message);

  /**
   * Sends as one datagram: it may be lost, doubled or overtaken. While datagrams are not known to
   * pass, and when it is too large for one, it goes by stream.
   *
   * @return false when the message did not leave
   */
  boolean sendDatagram(Message message);

  /** Takes arrived messages. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes one.
     *
     * @param arrivedNanos when it came, not when it is taken; on the clock the link was given
     */
    void take(Message message, long arrivedNanos);
  }

  /**
   * Gives arrived messages to {@code sink} in order of arrival.
   *
   * @param atMost messages in one call, so that a frame stays bounded
   * @return how many were given
   */
  int drain(Sink sink, int atMost);

  LinkState state();

  LinkStatistics statistics();

  /** Encoded bytes that arrived, as in {@link #statistics()}; asked for every frame. */
  long receivedBytes();

  /** Ends the connection; idempotent. */
  @Override
  void close();
}
