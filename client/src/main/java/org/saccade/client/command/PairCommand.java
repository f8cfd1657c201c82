package org.saccade.client.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saccade.client.Failure;
import org.saccade.client.Surroundings;
import org.saccade.client.run.EdgeChoice;
import org.saccade.client.run.Keys;
import org.saccade.offload.link.KryoLink;
import org.saccade.offload.link.LinkState;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Message.Pair.Step;
import org.saccade.offload.secure.Keyring;
import org.saccade.offload.secure.Pairing;
import org.saccade.offload.secure.PairingException;
import org.saccade.offload.secure.PeerKey;
import org.saccade.render.tile.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pair}: the device's side of making an edge and a device known to each other. */
@Command(
    name = "pair",
    description = {
      "Pair this device with an edge, once.",
      "Start the edge with --pair; both show six digits, and each person says whether they agree."
    },
    sortOptions = false)
final class PairCommand implements Callable<Integer> {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(8);

  private final Surroundings surroundings;

  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "HOST[:PORT]", description = "The machine that runs './saccade edge'.")
  String edge = "";

  private Message.@Nullable Refused refused;
  private boolean hasAsked;

  PairCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    common.requireWritableJson();
    var remote = remote();
    var keyring = Keys.of(surroundings);
    try (var link = dial(remote, keyring)) {
      awaitUp(link, remote);
      PeerKey key = pair(link, remote);
      keep(keyring, key, remote);
      surroundings.out().printf("paired: ./saccade run --edge %s%n", remote.words());
      return 0;
    } catch (IOException unusable) {
      throw Failure.failed("not paired: " + unusable.getMessage(), unusable);
    } catch (PairingException over) {
      throw Failure.failed("not paired: " + over.getMessage(), over);
    }
  }

  private static void keep(Keyring keyring, PeerKey key, EdgeChoice.Remote remote) {
    try {
      keyring.keepEdge(key, remote.words());
    } catch (IOException unwritable) {
      throw Failure.failed(
          "the edge knows this device, but its own key is not kept here: %s; then pair again"
              .formatted(unwritable.getMessage()),
          unwritable);
    }
  }

  private void awaitUp(KryoLink link, EdgeChoice.Remote remote) {
    long end = now() + LONGEST_CONNECT.toNanos();
    while (link.state().phase() == LinkState.Phase.CONNECTING) {
      if (now() - end >= 0) {
        throw Failure.failed(
            "%s did not answer within %d s".formatted(remote.words(), LONGEST_CONNECT.toSeconds()));
      }
      surroundings.stop().check();
      pause();
    }
    if (link.state().isDown()) {
      throw Failure.failed(
          link.state().words()
              + (link.wasReached() ? "" : ": is './saccade edge --pair' running there?"));
    }
  }

  private EdgeChoice.Remote remote() {
    try {
      if (EdgeChoice.of(edge) instanceof EdgeChoice.Remote remote) {
        return remote;
      }
    } catch (IllegalArgumentException unknown) {
      throw Failure.usage(String.valueOf(unknown.getMessage()));
    }
    throw Failure.usage("'%s' is no machine: give HOST[:PORT] of an edge".formatted(edge));
  }

  private KryoLink dial(EdgeChoice.Remote remote, Keyring keyring) throws IOException {
    return KryoLink.connect(
        new InetSocketAddress(remote.host(), remote.port()),
        keyring.toPair(),
        surroundings.clock());
  }

  private PeerKey pair(KryoLink link, EdgeChoice.Remote remote) throws PairingException {
    var pairing = link.pair();
    var typed = new Typed(surroundings.in());
    say(link, Step.COMMIT, pairing.commit(now()));
    Message.@Nullable Pair[] heard = new Message.Pair[1];
    while (true) {
      surroundings.stop().check();
      boolean isDown = link.state().isDown(); // looked at first: its last words come before
      int count = link.drain((message, at) -> take(message, heard), 1);
      var step = heard[0];
      heard[0] = null;
      if (step != null) {
        answer(link, pairing, step, typed, remote);
      }
      if (hasAsked) {
        var line = typed.poll();
        if (line.isPresent()) {
          decide(link, pairing, line.get());
        }
      }
      Optional<PeerKey> key = pairing.take(now());
      if (key.isPresent()) {
        return key.get();
      }
      requireMore(isDown && count == 0);
      pause();
    }
  }

  private void take(Message message, Message.@Nullable Pair[] heard) {
    if (message instanceof Message.Pair pair) {
      heard[0] = pair;
    } else if (message instanceof Message.Refused no) {
      refused = no;
    }
  }

  private void answer(
      KryoLink link, Pairing pairing, Message.Pair said, Typed typed, EdgeChoice.Remote remote)
      throws PairingException {
    switch (said.step()) {
      case ANSWER -> {
        say(link, Step.REVEAL, pairing.reveal(said.value().toArray(), now()));
        if (typed.drop()) { // it was there before the digits, so it is no answer to them
          surroundings.out().println("typed too early: answer to the digits below");
        }
        surroundings
            .out()
            .printf(
                "%nThe edge at %s must show the same digits:%n%n    %s%n%nDoes it? [y/N] ",
                remote.words(), Typed.spaced(pairing.code().orElseThrow()));
        surroundings.out().flush();
        hasAsked = true;
      }
      case YES -> pairing.peerAccepted(now());
      case NO -> throw Failure.failed("not paired: the edge's operator said no");
      case COMMIT, REVEAL -> throw Failure.failed("not paired: the edge spoke out of turn");
    }
  }

  private void decide(KryoLink link, Pairing pairing, String line) throws PairingException {
    hasAsked = false;
    if (!Typed.isYes(line)) {
      pairing.refuse();
      say(link, Step.NO);
      throw Failure.failed(
          "not paired: if the digits differed, somebody stands between you and the edge");
    }
    pairing.accept(now());
    say(link, Step.YES);
    surroundings.out().println("waiting for the edge's operator to say yes too");
  }

  /** The edge says yes last, once it keeps our key: before that nothing but its end can come. */
  private void requireMore(boolean isOver) {
    if (refused != null) {
      throw Failure.failed("not paired: " + refused.words());
    }
    if (isOver) {
      throw Failure.failed(
          "not paired: the edge ended it (its operator said no, or a minute went by)");
    }
  }

  private static void say(KryoLink link, Step step, byte... value) {
    link.sendReliable(new Message.Pair(step, Bytes.wrap(value)));
  }

  private long now() {
    return surroundings.clock().getAsLong();
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.stopped();
    }
  }
}
