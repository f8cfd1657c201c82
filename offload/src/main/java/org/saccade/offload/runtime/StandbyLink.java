package org.saccade.offload.runtime;

import org.jspecify.annotations.Nullable;
import org.saccade.offload.link.Link;
import org.saccade.offload.link.LinkState;
import org.saccade.offload.link.LinkStatistics;
import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Manifest;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.Wishes;

/**
 * A link that has greeted its edge and was welcomed before anybody needs it. While it stands by it
 * asks for nothing and says so now and then; who takes it over finds the welcome waiting as if the
 * edge had just answered. The standby thread's until it is taken, then its taker's.
 */
final class StandbyLink implements Link {
  /** A place at an edge is kept by saying something in 10 s; more often to notice its death. */
  static final long BEAT_NANOS = 500_000_000L;

  /** An edge silent for so long is no longer ready. */
  static final long SILENT_NANOS = 1_500_000_000L;

  private static final long WELCOME_NANOS = 60_000_000_000L;
  private static final int MOST_MESSAGES = 64;

  /** Below every number a device's requests have: those of the taker are newer. */
  private static final int FIRST_SEQUENCE = Integer.MIN_VALUE / 2;

  private final Link inner;
  private final long dialledNanos;
  private int sequence = FIRST_SEQUENCE;
  private boolean hasGreeted;
  private boolean isOver;
  private long heardNanos;
  private long beatNanos;
  private long welcomedNanos;
  private Message.@Nullable Welcome welcome;
  private volatile boolean isReady;
  private volatile boolean isTaken;

  StandbyLink(Link inner, long now) {
    this.inner = inner;
    dialledNanos = now;
  }

  /** Greets, keeps the place; false when the edge is of no use as it is. */
  boolean stand(String clientName, long now) {
    if (inner.state().isUp() && !hasGreeted) {
      hasGreeted = inner.sendReliable(new Message.Hello(clientName));
    }
    inner.drain((message, arrivedNanos) -> hear(message, arrivedNanos, now), MOST_MESSAGES);
    var welcomed = welcome;
    boolean isLate =
        welcomed == null ? now - dialledNanos > WELCOME_NANOS : now - heardNanos > SILENT_NANOS;
    if (isOver || inner.state().isDown() || isLate) {
      isReady = false;
      return false;
    }
    if (welcomed != null && now - beatNanos >= 0 && !isTaken) {
      beatNanos = now + BEAT_NANOS;
      inner.sendDatagram(
          new Message.FovRequest(welcomed.session(), ++sequence, now, Grant.NOTHING, Wishes.NONE));
    }
    return true;
  }

  private void hear(Message message, long arrivedNanos, long now) {
    heardNanos = now;
    if (message instanceof Message.Welcome first) {
      welcome = first;
      welcomedNanos = arrivedNanos;
    } else if (message instanceof Message.Refused || message instanceof Message.Bye) {
      isOver = true;
    }
  }

  /** What the edge serves; null before its welcome. Standby thread. */
  @Nullable Manifest manifest() {
    var welcomed = welcome;
    return welcomed == null ? null : welcomed.manifest();
  }

  /** Whether it may be taken over now; any thread. */
  boolean isReady() {
    return isReady && inner.state().isUp();
  }

  /** It was welcomed, and to a scene of use. Standby thread. */
  void setReady() {
    isReady = true;
  }

  /** Hands it over. */
  void take() {
    isTaken = true;
  }

  /** Gives the place at the edge back. */
  void leave() {
    inner.sendReliable(new Message.Bye(Reason.GOODBYE));
    inner.close();
  }

  @Override
  public boolean sendReliable(Message message) {
    return message instanceof Message.Hello ? inner.state().isUp() : inner.sendReliable(message);
  }

  @Override
  public boolean sendDatagram(Message message) {
    return inner.sendDatagram(message);
  }

  @Override
  public int drain(Sink sink, int atMost) {
    var first = welcome;
    if (first != null && atMost > 0) {
      welcome = null;
      sink.take(first, welcomedNanos);
      return 1 + inner.drain(sink, atMost - 1);
    }
    return inner.drain(sink, atMost);
  }

  @Override
  public LinkState state() {
    return inner.state();
  }

  @Override
  public LinkStatistics statistics() {
    return inner.statistics();
  }

  @Override
  public long receivedBytes() {
    return inner.receivedBytes();
  }

  @Override
  public void close() {
    inner.close();
  }
}
