package org.saccade.offload.survey;

import org.jspecify.annotations.Nullable;
import org.saccade.offload.link.Link;
import org.saccade.offload.link.LinkState;
import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Manifest;
import org.saccade.offload.protocol.MeasuringTiles;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.TileRepair;
import org.saccade.offload.protocol.Wishes;

/**
 * Measures one link with an edge: greets, asks for nothing once a frame for a while, then for
 * measuring tiles under the grant of the product's own rate control. Whoever calls {@link #step}
 * owns it and the link; no call blocks.
 */
public final class LinkSurvey {
  /** A request is sent so often, as at 90 frames a second. */
  public static final long FRAME_NANOS = 11_111_111L;

  private static final long CONNECTING_NANOS = 10_000_000_000L;

  /** Loading the edge's scene before the welcome may take a while. */
  private static final long WELCOME_NANOS = 60_000_000_000L;

  private static final long DATAGRAMS_NANOS = 2_000_000_000L;
  private static final long LAST_ANSWERS_NANOS = 500_000_000L;
  private static final double QUIET_SHARE = 0.3;
  private static final int MOST_MESSAGES = 8_192;

  private final Link link;
  private final String clientName;
  private final long durationNanos;
  private final Link.Sink ears = this::hear;
  private final Tally tally = new Tally();
  private Phase phase = Phase.CONNECTING;
  private long phaseNanos;
  private long nextNanos;
  private long token;
  private int sequence;
  private @Nullable Manifest manifest;
  private Message.@Nullable Refused refused;
  private String failure = "";

  /** How far a survey has come. */
  public enum Phase {
    CONNECTING,
    /** The edge loads its scene. */
    GREETED,
    /** Waiting for datagrams to pass. */
    WELCOMED,
    QUIET,
    LOADED,
    /** Waiting for the last answers. */
    ENDING,
    DONE,
    /** {@link LinkSurvey#failure()} says why. */
    FAILED
  }

  /**
   * A survey that begins with the first step.
   *
   * @param link new, usually still connecting; the caller closes it
   * @param durationNanos of the measuring itself
   */
  public LinkSurvey(Link link, String clientName, long durationNanos, long now) {
    this.link = link;
    this.clientName = clientName;
    this.durationNanos = durationNanos;
    phaseNanos = now;
  }

  /** Goes on; several times a frame's time, so that requests leave when they are due. */
  public Phase step(long now) {
    if (phase == Phase.DONE || phase == Phase.FAILED) {
      return phase;
    }
    LinkState state = link.state();
    link.drain(ears, MOST_MESSAGES);
    if (refused != null) {
      fail(refused.words());
    } else if (state.isDown()) {
      fail(failure.isEmpty() ? state.words() : failure);
    } else {
      goOn(state, now);
    }
    return phase;
  }

  private void goOn(LinkState state, long now) {
    long inPhase = now - phaseNanos;
    switch (phase) {
      case CONNECTING -> {
        if (state.isUp() && link.sendReliable(new Message.Hello(clientName))) {
          enter(Phase.GREETED, now);
        } else if (inPhase > CONNECTING_NANOS) {
          fail("it did not answer for 10 s");
        }
      }
      case GREETED -> {
        if (token != 0) {
          enter(Phase.WELCOMED, now);
        } else if (inPhase > WELCOME_NANOS) {
          fail("it did not welcome this device for a minute");
        }
      }
      case WELCOMED -> {
        if (state.datagramsPass() || inPhase > DATAGRAMS_NANOS) {
          tally.begin(state.datagramsPass(), now);
          enter(Phase.QUIET, now);
        }
      }
      case QUIET -> {
        ask(now);
        if (inPhase > durationNanos * QUIET_SHARE) {
          tally.load(now, (long) (durationNanos * (1 - QUIET_SHARE)));
          enter(Phase.LOADED, now);
        }
      }
      case LOADED -> {
        ask(now);
        if (inPhase > durationNanos * (1 - QUIET_SHARE)) {
          tally.end(now);
          enter(Phase.ENDING, now);
        }
      }
      case ENDING -> {
        if (inPhase > LAST_ANSWERS_NANOS) {
          link.sendReliable(new Message.Bye(Reason.GOODBYE));
          enter(Phase.DONE, now);
        }
      }
      case DONE, FAILED -> {}
    }
  }

  private void ask(long now) {
    if (now - nextNanos < 0) {
      return;
    }
    nextNanos = Math.max(nextNanos + FRAME_NANOS, now - FRAME_NANOS);
    boolean isLoaded = phase == Phase.LOADED;
    Wishes wishes = isLoaded ? tally.wishes(now) : Wishes.NONE;
    Grant grant = isLoaded ? tally.grant(now) : Grant.NOTHING;
    tally.asked();
    link.sendDatagram(new Message.FovRequest(token, ++sequence, now, grant, wishes));
  }

  private void hear(Message message, long arrivedNanos) {
    switch (message) {
      case Message.Welcome welcome -> {
        token = welcome.session();
        manifest = welcome.manifest();
      }
      case Message.Refused no -> refused = no;
      case Message.Bye bye -> failure = "the edge said goodbye: " + bye.reason();
      case Message.Receipt receipt ->
          tally.answered(
              arrivedNanos,
              receipt.sentNanos(),
              arrivedNanos - receipt.sentNanos() - receipt.heldMicros() * 1_000L);
      case TileFragment piece -> tally.take(piece, arrivedNanos);
      case Message.TileUnavailable no -> tally.refused(MeasuringTiles.isOne(no.address()));
      case Message.Hello _,
          Message.Probe _,
          Message.Pair _,
          Message.ProbeEcho _,
          Message.FovRequest _,
          TileRepair _ -> {} // not for us, or of tiles that nobody asked for
    }
  }

  private void enter(Phase next, long now) {
    phase = next;
    phaseNanos = now;
    nextNanos = now;
  }

  private void fail(String words) {
    failure = words;
    phase = Phase.FAILED;
  }

  /** Why it failed; empty while it has not. */
  public String failure() {
    return failure;
  }

  /** Whether it failed because a person has to do what {@link #failure()} says. */
  public boolean isRefused() {
    return refused != null;
  }

  /** What the edge serves; null before its welcome. */
  public @Nullable Manifest manifest() {
    return manifest;
  }

  /** What has been measured so far. */
  public LinkFigures figures() {
    return tally.figures();
  }
}
