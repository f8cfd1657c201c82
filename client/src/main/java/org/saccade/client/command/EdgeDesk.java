package org.saccade.client.command;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.saccade.client.Surroundings;
import org.saccade.client.run.Keys;
import org.saccade.offload.link.EdgeDoor;
import org.saccade.offload.link.PairingDesk;
import org.saccade.offload.secure.Keyring;
import org.saccade.offload.secure.PairingDoor;
import org.saccade.offload.secure.PeerKey;

/**
 * The edge's console: shows digits of devices that want to pair, takes the operator's word, and
 * keeps the keys of those that are paired. One thread, which alone waits for terminal and disk.
 */
final class EdgeDesk {
  private final Surroundings surroundings;
  private final Keyring keyring;
  private final boolean isOpen;
  private final PairingDesk desk = new PairingDesk(new SecureRandom());
  private final Typed typed;
  private PairingDoor.State door = PairingDoor.State.SHUT;
  private int shown;
  private boolean isAsked; // the digits shown wait for the operator
  private boolean isPending; // the device shown is neither paired nor gone

  EdgeDesk(Surroundings surroundings, boolean isOpen) {
    this.surroundings = surroundings;
    this.isOpen = isOpen;
    keyring = Keys.of(surroundings);
    typed = new Typed(surroundings.in());
    if (isOpen) {
      desk.openToAll();
    }
  }

  EdgeDoor door() throws IOException {
    return new EdgeDoor(keyring.ofEdge(isOpen), desk);
  }

  /** Lets a device pair now. */
  void open() {
    desk.open(now());
    say("one device may pair within three minutes: run ./saccade pair HOST there");
  }

  /** Shows what is new and hears what was typed. */
  void step() {
    Optional<PairingDesk.Offer> offer = desk.offer();
    if (isPending && offer.filter(same -> same.number() == shown).isEmpty()) {
      isPending = false;
      isAsked = false;
      say("not paired: the device's person said no, or it went");
    }
    offer.filter(other -> other.number() != shown).ifPresent(this::show);
    settle();
    typed.poll().ifPresent(this::hear);
    tellOfTheDoor();
  }

  private void show(PairingDesk.Offer offer) {
    if (typed.drop()) { // it was there before the digits, so it is no answer to them
      say("typed too early: answer to the digits below");
    }
    shown = offer.number();
    isPending = true;
    isAsked = !offer.isAnswered();
    surroundings
        .out()
        .printf(
            "%n%s must show the same digits:%n%n    %s%n%n%s",
            offer.name(), Typed.spaced(offer.code()), isAsked ? "Does it? [y/N] " : "");
    surroundings.out().flush();
  }

  private void hear(String line) {
    if (isAsked) {
      isAsked = false;
      boolean isYes = Typed.isYes(line);
      if (!isYes) {
        isPending = false;
        say("not paired");
      }
      desk.answer(shown, isYes, now());
    } else if (line.equals("pair")) {
      open();
    } else if (!line.isEmpty()) {
      say("type pair to let a device pair");
    }
  }

  private void settle() {
    try {
      desk.settle(this::keep, now()).ifPresent(this::tell);
    } catch (IOException | RuntimeException unwritable) {
      isPending = false;
      surroundings.err().println("saccade: the device is not paired: " + unwritable.getMessage());
    }
  }

  /** Nobody compares digits at an edge that serves everybody: it trusts no key for that. */
  private void keep(PeerKey key, String name) throws IOException {
    if (!isOpen) {
      keyring.keepDevice(key, name);
    }
  }

  private void tell(PairingDesk.Paired paired) {
    isPending = false;
    if (!paired.isTold()) {
      say(
          "the %s is known from now on, but went before it heard so: pair it again if it asks for it"
              .formatted(paired.name()));
    } else if (isOpen) {
      say(
          "the %s knows this edge; to know the device without --open, pair once more without it"
              .formatted(paired.name()));
    } else {
      say("paired with the %s".formatted(paired.name()));
    }
  }

  private void tellOfTheDoor() {
    PairingDoor.State before = door;
    door = isOpen ? PairingDoor.State.OPEN : desk.door(now());
    if (door != before && door == PairingDoor.State.USED_UP) {
      say(
          "nobody may pair any more: %d tries have failed; type pair to let a device try again"
              .formatted(PairingDoor.TRIES));
    } else if (door != before && door == PairingDoor.State.EXPIRED) {
      say("nobody may pair any more: the three minutes are over; type pair for three more");
    }
  }

  private long now() {
    return surroundings.clock().getAsLong();
  }

  private void say(String words) {
    surroundings.out().println(words);
    surroundings.out().flush();
  }
}
