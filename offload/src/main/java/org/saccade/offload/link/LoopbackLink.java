package org.saccade.offload.link;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Message;

/** Two link ends joined in memory: nothing is lost, late or overtaken. For tests and simulation. */
public final class LoopbackLink implements Link {
  private static final int INBOX_MESSAGES = 65_536;
  private static final long INBOX_BYTES = 256L << 20;

  private final Inbox inbox = new Inbox(INBOX_MESSAGES, INBOX_BYTES);
  private final Wire wire;
  private final boolean isFirst;
  private final LongAdder sentMessages = new LongAdder();
  private final LongAdder sentBytes = new LongAdder();
  private final LongAdder dropped = new LongAdder();

  private LoopbackLink(Wire wire, boolean isFirst) {
    this.wire = wire;
    this.isFirst = isFirst;
  }

  /**
   * Both ends of a new link.
   *
   * @param clock stamps arrivals, nanoseconds
   */
  public static Pair pair(LongSupplier clock) {
    Wire wire = new Wire(clock);
    LoopbackLink device = new LoopbackLink(wire, true);
    LoopbackLink edge = new LoopbackLink(wire, false);
    wire.first = device;
    wire.second = edge;
    return new Pair(device, edge);
  }

  /** The two ends. */
  public record Pair(LoopbackLink device, LoopbackLink edge) {}

  private static final class Wire {
    final LongSupplier clock;

    @SuppressWarnings("NullAway.Init") // set by pair() before anyone sees it
    LoopbackLink first;

    @SuppressWarnings("NullAway.Init") // set by pair() before anyone sees it
    LoopbackLink second;

    volatile LinkState state = LinkState.up(true);

    Wire(LongSupplier clock) {
      this.clock = clock;
    }
  }

  @Override
  public boolean sendReliable(Message message) {
    LoopbackLink other = isFirst ? wire.second : wire.first;
    boolean sent = wire.state.isUp() && other.inbox.offer(message, wire.clock.getAsLong());
    if (sent) {
      sentMessages.increment();
      sentBytes.add(Codec.encodedBytes(message));
    } else {
      dropped.increment();
    }
    return sent;
  }

  @Override
  public boolean sendDatagram(Message message) {
    return sendReliable(message);
  }

  @Override
  public int drain(Sink sink, int atMost) {
    return inbox.drain(sink, atMost);
  }

  @Override
  public LinkState state() {
    return wire.state;
  }

  @Override
  public long receivedBytes() {
    return (isFirst ? wire.second : wire.first).sentBytes.sum();
  }

  @Override
  public LinkStatistics statistics() {
    LoopbackLink other = isFirst ? wire.second : wire.first;
    return new LinkStatistics(
        sentMessages.sum(),
        sentBytes.sum(),
        other.sentMessages.sum(),
        other.sentBytes.sum(),
        inbox.dropped(),
        dropped.sum());
  }

  @Override
  public void close() {
    wire.state = LinkState.down("closed by one end");
  }
}
