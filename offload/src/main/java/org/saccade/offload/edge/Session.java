package org.saccade.offload.edge;

import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.link.Link;
import org.saccade.offload.protocol.Manifest;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.TileRepair;
import org.saccade.offload.protocol.Version;

/** One device: greeting, welcome, requests, goodbye. Session thread. */
final class Session {
  /** A device that says nothing for so long is let go. */
  static final long SILENCE_NANOS = 10_000_000_000L;

  private static final int MESSAGES_A_STEP = 64;
  private static final int FRAGMENTS_A_STEP = 64;

  private final Link link;
  private final long token;
  private final TileStore store;
  private final BakeQueue queue;
  private final EdgeCounters counters;
  private final LongSupplier clock;
  private final Link.Sink ears = (message, arrivedNanos) -> hear(message);
  private @Nullable Answering answering;
  private boolean hasGreeted;
  private boolean isOver;
  private long heardNanos;

  /**
   * @param token random, not 0
   * @param clock nanoseconds, monotonic
   */
  Session(
      Link link,
      long token,
      TileStore store,
      BakeQueue queue,
      EdgeCounters counters,
      LongSupplier clock) {
    this.link = link;
    this.token = token;
    this.store = store;
    this.queue = queue;
    this.counters = counters;
    this.clock = clock;
    heardNanos = clock.getAsLong();
  }

  /**
   * Hears and sends what there is.
   *
   * @param manifest what the edge serves; null while it is loading
   * @return whether more is to be sent as soon as the pace allows
   */
  boolean step(@Nullable Manifest manifest) {
    link.drain(ears, MESSAGES_A_STEP);
    long now = clock.getAsLong();
    if (link.state().isDown()) {
      over();
    } else if (now - heardNanos > SILENCE_NANOS) {
      end(Reason.SILENT);
    }
    if (isOver) {
      return false;
    }
    if (answering == null && hasGreeted && manifest != null) {
      welcome(manifest);
    }
    return answering != null && answering.send(FRAGMENTS_A_STEP, now);
  }

  boolean isOver() {
    return isOver;
  }

  boolean isWelcomed() {
    return answering != null;
  }

  /** Says goodbye. */
  void end(Reason reason) {
    if (!isOver) {
      link.sendReliable(new Message.Bye(reason));
      over();
    }
  }

  /** Turns a device away before it has a session. */
  static void refuse(Link link, Reason reason, String words) {
    link.sendReliable(new Message.Refused(reason, Version.CURRENT, words));
    link.close();
  }

  private void welcome(Manifest manifest) {
    if (link.sendReliable(new Message.Welcome(token, manifest))) {
      answering = new Answering(link, token, manifest.recipe(), store, queue, counters);
      counters.welcomed.increment();
    }
  }

  private void over() {
    isOver = true;
    queue.replace(token, List.of());
    link.close();
  }

  private void hear(Message message) {
    if (isOver) {
      return; // it came with the goodbye: nobody waits for its tiles
    }
    long now = clock.getAsLong();
    heardNanos = now;
    Answering open = answering;
    switch (message) {
      case Message.Hello _ -> hasGreeted = true;
      case Message.FovRequest request -> {
        if (open != null && request.session() == token) {
          open.accept(request, now, clock.getAsLong());
        }
      }
      case Message.Bye _ -> over();
      case Message.Probe _, Message.ProbeEcho _ -> {} // the link answers these
      case Message.Welcome _,
          Message.Refused _,
          Message.Receipt _,
          TileFragment _,
          TileRepair _,
          Message.TileUnavailable _,
          Message.Pair _ ->
          end(Reason.MALFORMED); // what only edges say
    }
  }
}
