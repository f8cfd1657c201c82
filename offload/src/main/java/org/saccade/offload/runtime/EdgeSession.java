package org.saccade.offload.runtime;

import org.jspecify.annotations.Nullable;
import org.saccade.offload.link.Link;
import org.saccade.offload.protocol.Manifest;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;

/**
 * The device's session with its edge, and its way back to one: dial, say hello, wait for the
 * welcome; when the link ends or falls silent, dial again a second later, for ever. Frame thread;
 * nothing here blocks.
 */
final class EdgeSession implements AutoCloseable {
  private static final long REDIAL_NANOS = 1_000_000_000L;

  /** An edge that answers nothing for so long counts as away. */
  private static final long SILENT_NANOS = 1_000_000_000L;

  /** And after so long the connection is made anew. */
  private static final long GIVE_UP_NANOS = 3_000_000_000L;

  /** Connecting may take this long; loading the edge's scene before the welcome too. */
  private static final long WELCOME_NANOS = 60_000_000_000L;

  /** An edge that this device left is looked at again after so long. */
  private static final long LEFT_NANOS = 5_000_000_000L;

  /** Messages taken in one frame. */
  private static final int MOST_MESSAGES = 4_096;

  private final @Nullable LinkDialer dialer;
  private final String clientName;
  private final Link.Sink sink;
  private final Link.Sink ears = this::hear;
  private @Nullable Link link;
  private @Nullable Manifest manifest;
  private Message.@Nullable Refused refused;
  private String words;
  private boolean saidHello;
  private long token;
  private long nextDialNanos;
  private boolean hasDialled;
  private long dialledNanos;
  private long heardNanos;
  private long nowNanos;
  private long sessions;
  private long closedLinksBytes;

  /**
   * A session that begins with the first poll.
   *
   * @param sink takes all messages of the session but those that begin and end it
   */
  EdgeSession(@Nullable LinkDialer dialer, String clientName, Link.Sink sink) {
    this.dialer = dialer;
    this.clientName = clientName;
    this.sink = sink;
    words = dialer == null ? "no edge is configured" : "not connected yet";
  }

  /** Takes in what arrived, and goes on with connecting. */
  void poll(long now) {
    nowNanos = now;
    if (link == null) {
      dialWhenDue();
    }
    var at = link;
    if (at == null) {
      return;
    }
    var state = at.state();
    if (state.isUp() && !saidHello) {
      saidHello = at.sendReliable(new Message.Hello(clientName));
      heardNanos = now;
    }
    at.drain(ears, MOST_MESSAGES);
    if (link != at) {
      return; // a message ended the session
    }
    if (state.isDown()) {
      end(state.words());
    } else if (token != 0 && now - heardNanos > patienceNanos()) {
      end("the edge has been silent for %d s".formatted(patienceNanos() / 1_000_000_000));
    } else if (token == 0 && now - dialledNanos > WELCOME_NANOS) {
      end("the edge did not welcome this device for a minute");
    }
  }

  private long patienceNanos() {
    return dialer != null && dialer.hasSpare() ? SILENT_NANOS : GIVE_UP_NANOS;
  }

  /** Sends as a datagram; false when there is no session or the network does not take it. */
  boolean send(Message message) {
    var at = link;
    return at != null && token != 0 && at.sendDatagram(message);
  }

  /** Whether the edge answers. */
  boolean isUp() {
    return token != 0 && nowNanos - heardNanos < SILENT_NANOS;
  }

  boolean isConfigured() {
    return dialer != null;
  }

  /** The session's token; 0 while there is none. */
  long token() {
    return token;
  }

  /** What the edge serves, or served before it went away; null before the first welcome. */
  @Nullable Manifest manifest() {
    return manifest;
  }

  /** The last refusal; null when the edge never refused or welcomed since. */
  Message.@Nullable Refused refused() {
    return refused;
  }

  /** Why there is no session; empty while there is one. */
  String words() {
    return isUp() ? "" : token != 0 ? "the edge is silent" : words;
  }

  /** Sessions begun so far. */
  long sessions() {
    return sessions;
  }

  /** Encoded bytes that arrived, over all links. */
  long receivedBytes() {
    var at = link;
    return closedLinksBytes + (at == null ? 0 : at.receivedBytes());
  }

  /** Says goodbye to an edge that is of no use, so that its place is free, and comes back later. */
  void leave(String why) {
    goodbye(why);
    nextDialNanos = nowNanos + LEFT_NANOS;
  }

  @Override
  public void close() {
    goodbye("closed");
  }

  private void goodbye(String why) {
    var at = link;
    if (at != null) {
      at.sendReliable(new Message.Bye(Reason.GOODBYE));
      end(why);
    }
  }

  private void dialWhenDue() {
    if (dialer == null || (hasDialled && nowNanos - nextDialNanos < 0)) {
      return;
    }
    hasDialled = true;
    nextDialNanos = nowNanos + REDIAL_NANOS;
    dialledNanos = nowNanos;
    saidHello = false;
    try {
      link = dialer.dial();
    } catch (RuntimeException e) {
      words = "dialling failed: " + e.getMessage();
    }
  }

  private void hear(Message message, long arrivedNanos) {
    if (link == null) {
      return; // it came with what ended the session
    }
    heardNanos = nowNanos;
    switch (message) {
      case Message.Welcome welcome -> {
        token = welcome.session();
        manifest = welcome.manifest();
        refused = null;
        sessions++;
        sink.take(message, arrivedNanos);
      }
      case Message.Refused no -> {
        refused = no;
        end("the edge refuses: " + no.reason() + " " + no.words());
        if (no.reason() == Reason.NOT_PAIRED || no.reason() == Reason.VERSION) {
          nextDialNanos = nowNanos + LEFT_NANOS; // until a person did something
        }
      }
      case Message.Bye bye -> end("the edge said goodbye: " + bye.reason());
      default -> {
        if (token != 0 && message.session() == token) {
          sink.take(message, arrivedNanos);
        }
      }
    }
  }

  private void end(String why) {
    var at = link;
    if (at != null) {
      closedLinksBytes += at.receivedBytes();
      at.close();
    }
    link = null;
    token = 0;
    words = why;
    boolean hasSpare = dialer != null && dialer.hasSpare();
    nextDialNanos = hasSpare ? nowNanos : Math.max(nextDialNanos, nowNanos);
  }
}
