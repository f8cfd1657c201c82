package org.saccade.offload.link;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
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
 * device says, another thread what the operator says; all calls are safe from any thread. Nothing
 * here waits for a disk or a terminal but {@link #settle}, and that without our lock, which the
 * link thread takes for every device.
 */
public final class PairingDesk {
  /** Until digits are shown no person is waited for; longer, and somebody only keeps others out. */
  static final long WITHOUT_DIGITS_NANOS = 3_000_000_000L;

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
    @Nullable String code;
    boolean isAnswered;
    @Nullable PeerKey key; // once both persons said yes

    Visit(KryoEnd link, Pairing pairing, String name, int number, long beganNanos) {
      this.link = link;
      this.pairing = pairing;
      this.name = name;
      this.number = number;
      this.beganNanos = beganNanos;
    }
  }

  /**
   * What the operator is shown, from the digits on until the device is paired or gone.
   *
   * @param number of this pairing among the edge's
   * @param name where the device is
   * @param code six digits, which must be the device's too
   * @param isAnswered whether this end has said what it thinks of them
   */
  public record Offer(int number, String name, String code, boolean isAnswered) {}

  /** Where the keys of paired devices are kept. */
  @FunctionalInterface
  public interface Keeper {
    /** Keeps one; it may take its time. */
    void keep(PeerKey key, String name) throws IOException;
  }

  /**
   * A device whose key was kept.
   *
   * @param isTold whether it could still be told so
   */
  public record Paired(String name, boolean isTold) {}

  /** A desk whose door is closed. */
  public PairingDesk(SecureRandom random) {
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

  /** How the door stands. */
  public synchronized PairingDoor.State door(long now) {
    return door.state(now);
  }

  /** The digits of the device that is being paired. */
  public synchronized Optional<Offer> offer() {
    Visit at = visit;
    return at == null
        ? Optional.empty()
        : Optional.ofNullable(at.code)
            .map(code -> new Offer(at.number, at.name, code, at.isAnswered));
  }

  /** What the operator says of the offer of that number; without effect when it is gone. */
  public synchronized void answer(int number, boolean isSame, long now) {
    Visit at = visit;
    if (at == null || at.number != number || at.isAnswered) {
      return;
    }
    at.isAnswered = true;
    try {
      if (isSame) {
        at.pairing.accept(now);
        at.key = at.pairing.take(now).orElse(null);
      } else {
        at.pairing.refuse();
        at.link.sendReliable(new Message.Pair(Message.Pair.Step.NO));
        leave(at, false, now);
      }
    } catch (PairingException e) {
      leave(at, false, now);
    }
  }

  /**
   * Has {@code keeper} keep the key of a device that both persons said yes to, and then tells the
   * device. To be called again and again by a thread that may wait for a disk.
   *
   * @return the device, if there was one
   * @throws IOException the keeper's; the device is told that it is not paired
   */
  public Optional<Paired> settle(Keeper keeper, long now) throws IOException {
    Visit at;
    PeerKey key;
    synchronized (this) {
      at = visit;
      key = at == null ? null : at.key;
    }
    if (at == null || key == null) {
      return Optional.empty();
    }
    try {
      keeper.keep(key, at.name);
    } catch (IOException | RuntimeException e) {
      refuse(at.link, "the edge cannot keep this device's key: see its console");
      settled(at, false, now);
      throw e;
    }
    boolean isTold = at.link.sendReliable(new Message.Pair(Message.Pair.Step.YES));
    settled(at, true, now);
    return Optional.of(new Paired(at.name, isTold));
  }

  private synchronized void settled(Visit at, boolean hasPaired, long now) {
    if (visit == at) {
      leave(at, hasPaired, now);
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
        at.code = at.pairing.code().orElse(null);
        if (isOpenToAll) {
          answer(at.number, true, now);
        }
      }
      case YES -> {
        at.pairing.peerAccepted(now);
        at.key = at.pairing.take(now).orElse(null);
      }
      case ANSWER, NO -> leave(at, false, now);
    }
  }

  /** Whether this link's device is being paired. */
  synchronized boolean isVisitedBy(KryoEnd link) {
    return visit != null && visit.link == link;
  }

  /** Ends a visit that takes too long or whose device went; link thread. */
  synchronized void tick(long now) {
    Visit at = visit;
    if (at == null) {
      return;
    }
    long patience = at.code == null ? WITHOUT_DIGITS_NANOS : Pairing.LIFE_NANOS;
    boolean isOver = at.link.state().isDown() || now - at.beganNanos >= patience;
    if (isOver && at.code == null) {
      visit = null;
      door.forget();
      at.link.close();
    } else if (isOver) {
      leave(at, false, now);
    }
  }

  private void leave(Visit at, boolean hasPaired, long now) {
    visit = null;
    door.leave(hasPaired, now);
    at.link.close();
  }

  static void refuse(KryoEnd link, String words) {
    link.sendReliable(new Message.Refused(Reason.NOT_PAIRED, Version.CURRENT, words));
    link.close();
  }
}
