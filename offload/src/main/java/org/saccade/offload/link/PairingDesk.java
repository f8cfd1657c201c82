package org.saccade.offload.link;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.Version;
import org.saccade.offload.secure.Handshake;
import org.saccade.offload.secure.Pairing;
import org.saccade.offload.secure.PairingDoor;
import org.saccade.offload.secure.PairingException;
import org.saccade.offload.secure.PeerKey;
import org.saccade.offload.secure.Role;
import org.saccade.render.tile.Bytes;

/**
 * Where an edge's operator and one device at a time are paired. The link thread brings what the
 * device says, another thread what the operator says; all calls are safe from any thread.
 */
public final class PairingDesk {
  private final BiConsumer<PeerKey, String> onPaired;
  private final SecureRandom random;
  private final PairingDoor door = new PairingDoor();
  private boolean isOpenToAll;
  private @Nullable Visit visit;
  private int visits;

  /** One device at the desk. */
  private static final class Visit {
    final KryoEnd link;
    final Pairing pairing;
    final String name;
    final int number;
    final long beganNanos;
    boolean isSettled;

    Visit(KryoEnd link, Pairing pairing, String name, int number, long beganNanos) {
      this.link = link;
      this.pairing = pairing;
      this.name = name;
      this.number = number;
      this.beganNanos = beganNanos;
    }
  }

  /**
   * Digits to compare.
   *
   * @param number rises with each device that came
   * @param name where the device is
   * @param code six digits, the same on the device
   * @param isAnswered whether this end has said yes already
   */
  public record Offer(int number, String name, String code, boolean isAnswered) {}

  /**
   * A desk whose door is closed.
   *
   * @param onPaired keeps a key, and the name of who has it; on the thread that said the last yes
   */
  public PairingDesk(BiConsumer<PeerKey, String> onPaired, SecureRandom random) {
    this.onPaired = onPaired;
    this.random = random;
  }

  /** The operator wants to pair now: for three minutes and three tries. */
  public synchronized void open(long now) {
    door.open(now);
  }

  /** The edge serves everybody, so its side of every pairing says yes, at any time. */
  public synchronized void openToAll() {
    isOpenToAll = true;
  }

  /** The digits of the device that is being paired. */
  public synchronized Optional<Offer> offer() {
    Visit at = visit;
    return at == null
        ? Optional.empty()
        : at.pairing.code().map(code -> new Offer(at.number, at.name, code, at.isSettled));
  }

  /** What the operator says of the offer of that number; without effect when it is gone. */
  public synchronized void answer(int number, boolean isSame, long now) {
    Visit at = visit;
    if (at == null || at.number != number || at.isSettled) {
      return;
    }
    at.isSettled = true;
    try {
      if (isSame) {
        at.pairing.accept(now);
        say(at, Message.Pair.Step.YES);
        finish(at, now);
      } else {
        at.pairing.refuse();
        say(at, Message.Pair.Step.NO);
        leave(at, false, now);
      }
    } catch (PairingException e) {
      leave(at, false, now);
    }
  }

  /** Takes a step of a device whose handshake is complete; link thread. */
  synchronized void hear(
      KryoEnd link, Handshake handshake, String name, Message.Pair pair, long now) {
    Visit at = visit;
    if (at == null || at.link != link) {
      if (pair.step() != Message.Pair.Step.COMMIT || !mayEnter(now)) {
        refuse(link, "its door is closed: start the edge with --pair, or wait for who is pairing");
        return;
      }
      at = new Visit(link, Pairing.begin(Role.EDGE, handshake, random, now), name, ++visits, now);
      visit = at;
    }
    try {
      step(at, pair, now);
    } catch (PairingException e) {
      refuse(link, String.valueOf(e.getMessage()));
      leave(at, false, now);
    }
  }

  private boolean mayEnter(long now) {
    if (isOpenToAll) {
      door.open(now);
    }
    return door.enter(now);
  }

  private void step(Visit at, Message.Pair pair, long now) throws PairingException {
    byte[] value = pair.value().toArray();
    switch (pair.step()) {
      case COMMIT ->
          at.link.sendReliable(
              new Message.Pair(
                  Message.Pair.Step.ANSWER, Bytes.wrap(at.pairing.answer(value, now))));
      case REVEAL -> {
        at.pairing.check(value, now);
        if (isOpenToAll) {
          answer(at.number, true, now);
        }
      }
      case YES -> {
        at.pairing.peerAccepted(now);
        finish(at, now);
      }
      case ANSWER, NO -> leave(at, false, now);
    }
  }

  private void finish(Visit at, long now) throws PairingException {
    Optional<PeerKey> key = at.pairing.take(now);
    if (key.isPresent()) {
      onPaired.accept(key.get(), at.name);
      leave(at, true, now);
    }
  }

  /** Whether this link's device is being paired. */
  synchronized boolean isVisitedBy(KryoEnd link) {
    return visit != null && visit.link == link;
  }

  /** Ends a visit that takes too long or whose device went; link thread. */
  synchronized void tick(long now) {
    Visit at = visit;
    if (at != null && (at.link.state().isDown() || now - at.beganNanos >= Pairing.LIFE_NANOS)) {
      leave(at, false, now);
    }
  }

  private void leave(Visit at, boolean hasPaired, long now) {
    visit = null;
    door.leave(hasPaired, now);
    at.link.close();
  }

  private static void say(Visit at, Message.Pair.Step step) {
    at.link.sendReliable(new Message.Pair(step));
  }

  static void refuse(KryoEnd link, String words) {
    link.sendReliable(new Message.Refused(Reason.NOT_PAIRED, Version.CURRENT, words));
    link.close();
  }
}
