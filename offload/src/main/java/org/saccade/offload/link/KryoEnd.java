package org.saccade.offload.link;

import com.esotericsoftware.kryonet.Connection;
import com.esotericsoftware.kryonet.Sockets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Message;

/**
 * What both ends of a KryoNet connection share: bounded sending, the inbox, the session's token and
 * the proof that datagrams pass. KryoNet's idea of who sent a datagram is not believed: a datagram
 * counts only when it opens and has the session's token, and datagrams are sent only while such
 * ones arrive, by an edge only while the device says that they reach it.
 */
abstract sealed class KryoEnd implements Link permits KryoLink, KryoPeerLink {
  /** How long a proof that datagrams pass holds. */
  static final long PROOF_NANOS = 3_000_000_000L;

  private static final long NEVER = Long.MIN_VALUE;
  // The length prefix, and room for KryoNet's own messages beside ours.
  private static final int STREAM_MARGIN_BYTES = 64 + Limits.SEAL_BYTES;

  final LongSupplier clock;
  private final Inbox inbox;
  private final Object sending = new Object();
  private final LongAdder sentMessages = new LongAdder();
  private final LongAdder sentBytes = new LongAdder();
  private final LongAdder receivedMessages = new LongAdder();
  private final LongAdder receivedBytes = new LongAdder();
  private final LongAdder droppedOutbound = new LongAdder();
  private final AtomicLong provenNanos = new AtomicLong(NEVER);
  private volatile LinkState state = LinkState.CONNECTING;
  private volatile long session;
  private volatile @Nullable Seals seals;

  KryoEnd(Inbox inbox, LongSupplier clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  abstract Connection connection();

  /** Whether KryoNet could send a datagram at all. */
  abstract boolean hasDatagramAddress();

  @Override
  public final boolean sendReliable(Message message) {
    synchronized (sending) {
      if (message instanceof Message.Welcome welcome) {
        session = welcome.session();
      }
      int bytes = Codec.encodedBytes(message);
      // KryoNet throws when its buffer is full and leaves the stream corrupt: never let it.
      if (!state.isUp() || Sockets.writeRoom(connection()) < bytes + STREAM_MARGIN_BYTES) {
        droppedOutbound.increment();
        return false;
      }
      return count(leaves(message, true), bytes);
    }
  }

  @Override
  public final boolean sendDatagram(Message message) {
    int bytes = Codec.encodedBytes(message);
    // A piece that was cut for the stream may come when datagrams have just begun to pass.
    boolean fits = bytes <= Limits.DATAGRAM_MESSAGE_BYTES;
    return (fits && datagramsPass()) ? sendUnproven(message, bytes) : sendReliable(message);
  }

  /** Sends a datagram whether or not datagrams are known to pass. */
  final boolean sendUnproven(Message message, int bytes) {
    return count(state.isUp() && hasDatagramAddress() && leaves(message, false), bytes);
  }

  private boolean leaves(Message message, boolean byStream) {
    try {
      Connection to = connection();
      return (byStream ? to.sendTCP(message) : to.sendUDP(message)) > 0;
    } catch (IllegalStateException e) {
      fail("cannot be sealed further: " + e.getMessage()); // the last key is used up
      return false;
    }
  }

  /** What seals and opens; null before the handshake is over. */
  final @Nullable Seals seals() {
    return seals;
  }

  /** From now on everything is sealed; link thread. */
  final void protect(Seals sealing) {
    seals = sealing;
  }

  private boolean count(boolean left, int bytes) {
    if (left) {
      sentMessages.increment();
      sentBytes.add(bytes);
    } else {
      droppedOutbound.increment();
    }
    return left;
  }

  /** Takes what the socket gave; link thread. */
  final void hear(Heard.Arrival arrival) {
    Message message = arrival.message();
    receivedMessages.increment();
    receivedBytes.add(arrival.bytes());
    if (arrival.byDatagram() && (session == 0 || message.session() != session)) {
      return; // forged, or of a session that is over
    }
    switch (message) {
      case Message.Probe probe -> {
        if (arrival.byDatagram()) {
          if (probe.isAnswered()) { // or it may have been sent on from elsewhere
            provenNanos.set(clock.getAsLong());
          }
          var echo = new Message.ProbeEcho(probe.session(), probe.sentNanos());
          sendUnproven(echo, Codec.encodedBytes(echo));
        }
      }
      case Message.ProbeEcho _ -> {
        if (arrival.byDatagram()) {
          provenNanos.set(clock.getAsLong());
        }
      }
      default -> {
        if (message instanceof Message.Welcome welcome) {
          session = welcome.session();
        }
        if (!inbox.offer(message, clock.getAsLong()) && !arrival.byDatagram()) {
          fail("the inbox is full of messages nobody takes");
        }
      }
    }
  }

  /** Gives the owner a refusal that this end makes up or that nobody vouches for, and ends. */
  final void refuse(Message.Refused refused) {
    inbox.offer(refused, clock.getAsLong());
    fail(refused.words());
  }

  final long session() {
    return session;
  }

  final boolean datagramsPass() {
    long proven = provenNanos.get();
    return proven != NEVER && clock.getAsLong() - proven < PROOF_NANOS;
  }

  final void setUp() {
    if (!state.isDown()) {
      state = LinkState.up(false);
    }
  }

  /** The first reason stays. */
  final void setDown(String words) {
    if (!state.isDown()) {
      state = LinkState.down(words);
    }
  }

  /** Marks the link down and ends the connection. */
  final void fail(String words) {
    setDown(words);
    close();
  }

  @Override
  public final int drain(Sink sink, int atMost) {
    return inbox.drain(sink, atMost);
  }

  @Override
  public final LinkState state() {
    LinkState now = state;
    return now.isUp() ? LinkState.up(datagramsPass()) : now;
  }

  @Override
  public final long receivedBytes() {
    return receivedBytes.sum();
  }

  @Override
  public final LinkStatistics statistics() {
    return new LinkStatistics(
        sentMessages.sum(),
        sentBytes.sum(),
        receivedMessages.sum(),
        receivedBytes.sum(),
        inbox.dropped(),
        droppedOutbound.sum());
  }
}
