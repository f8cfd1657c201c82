package org.saccade.client.command;

import java.io.IOException;
import java.security.SecureRandom;
import org.saccade.client.Surroundings;
import org.saccade.client.run.Keys;
import org.saccade.offload.link.EdgeDoor;
import org.saccade.offload.link.PairingDesk;
import org.saccade.offload.secure.Keyring;
import org.saccade.offload.secure.PeerKey;

/** The edge's console: shows digits of devices that want to pair, and takes the operator's word. */
final class EdgeDesk {
  private final Surroundings surroundings;
  private final Keyring keyring;
  private final boolean isOpen;
  private final PairingDesk desk;
  private final Typed typed;
  private int shown;
  private int answered;

  EdgeDesk(Surroundings surroundings, boolean isOpen) {
    this.surroundings = surroundings;
    this.isOpen = isOpen;
    keyring = Keys.of(surroundings);
    desk = new PairingDesk(this::keep, new SecureRandom());
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
    desk.open(surroundings.clock().getAsLong());
    say("one device may pair within three minutes: run ./saccade pair HOST there");
  }

  /** Shows what is new and hears what was typed. */
  void step() {
    desk.offer()
        .filter(offer -> offer.number() != shown)
        .ifPresent(
            offer -> {
              dropTyped();
              shown = offer.number();
              answered = offer.isAnswered() ? shown : answered;
              surroundings
                  .out()
                  .printf(
                      "%n%s must show the same digits:%n%n    %s%n%n%s",
                      offer.name(),
                      Typed.spaced(offer.code()),
                      offer.isAnswered() ? "" : "Does it? [y/N] ");
              surroundings.out().flush();
            });
    typed.poll().ifPresent(this::hear);
  }

  /** What was typed before the digits were there is no answer to them. */
  private void dropTyped() {
    while (typed.poll().isPresent()) {
      say("typed too early: answer to the digits below");
    }
  }

  private void hear(String line) {
    if (shown != answered) {
      answered = shown;
      boolean isYes = Typed.isYes(line);
      if (!isYes) {
        say("not paired");
      }
      desk.answer(shown, isYes, surroundings.clock().getAsLong());
    } else if (line.equals("pair")) {
      open();
    } else if (!line.isEmpty()) {
      say("type pair to let a device pair");
    }
  }

  private void keep(PeerKey key, String name) {
    try {
      keyring.keepDevice(key, name);
      say("paired with the %s".formatted(name));
    } catch (IOException unwritable) {
      surroundings.err().println("saccade: the device is not kept: " + unwritable.getMessage());
    }
  }

  private void say(String words) {
    surroundings.out().println(words);
    surroundings.out().flush();
  }
}
