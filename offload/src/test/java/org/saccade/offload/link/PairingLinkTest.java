package org.saccade.offload.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Message.Pair.Step;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.secure.Credentials;
import org.saccade.offload.secure.Identity;
import org.saccade.offload.secure.Pairing;
import org.saccade.offload.secure.PeerKey;
import org.saccade.offload.secure.Trust;
import org.saccade.render.tile.Bytes;
import org.saccade.testing.Await;

/** Pairing over the real link: both say yes or nobody is known. */
final class PairingLinkTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();

  private final SecureRandom random = new SecureRandom();
  private final SkippingClock clock = new SkippingClock();
  private final Map<PeerKey, String> known = new ConcurrentHashMap<>();
  private final Identity edgeIdentity = Identity.create(random);
  private final Credentials stranger =
      new Credentials(Identity.create(random), Trust.ANYBODY, random);
  private PairingDesk desk;
  private KryoListener listener;

  @BeforeEach
  void listen() throws IOException {
    desk = new PairingDesk(random);
    listener = listener(desk);
  }

  private KryoListener listener(PairingDesk at) throws IOException {
    Trust trust = key -> known.containsKey(key) ? null : "not paired";
    return KryoListener.listen(
        new InetSocketAddress(HOST, 0),
        16,
        new EdgeDoor(new Credentials(edgeIdentity, trust, random), at),
        clock);
  }

  @AfterEach
  void close() {
    listener.close();
  }

  private KryoLink dial(Credentials who) {
    return KryoLink.connect(new InetSocketAddress(HOST, listener.port()), who, System::nanoTime);
  }

  private KryoLink dial() {
    var link = dial(stranger);
    Await.until("it is up", SOON, () -> link.state().isUp());
    return link;
  }

  private static Message next(KryoLink link) {
    List<Message> got = new ArrayList<>();
    Await.until("an answer", SOON, () -> link.drain((one, at) -> got.add(one), 1) > 0);
    return got.getFirst();
  }

  /** Up to where both show digits. */
  private Pairing untilDigits(KryoLink link) throws Exception {
    Pairing pairing = link.pair();
    say(link, Step.COMMIT, pairing.commit(System.nanoTime()));
    var answer = (Message.Pair) next(link);
    say(link, Step.REVEAL, pairing.reveal(answer.value().toArray(), System.nanoTime()));
    Await.until("the edge's digits", SOON, () -> desk.offer().isPresent());
    return pairing;
  }

  private static void say(KryoLink link, Step step, byte... value) {
    assertTrue(link.sendReliable(new Message.Pair(step, Bytes.wrap(value))));
  }

  @Test
  void bothSayYesAndAreKnownFromThenOn() throws Exception {
    desk.open(clock.getAsLong());
    try (KryoLink link = dial()) {
      Pairing pairing = untilDigits(link);
      var offer = desk.offer().orElseThrow();
      assertEquals(pairing.code().orElseThrow(), offer.code());
      assertTrue(known.isEmpty());
      desk.answer(offer.number(), true, clock.getAsLong());
      assertTrue(desk.settle(known::put, clock.getAsLong()).isEmpty(), "its person has to say yes");
      say(link, Step.YES);
      Await.until("the edge knows it", SOON, () -> isTold(settled(known::put)));
      assertTrue(known.containsKey(key()));
      assertEquals(new Message.Pair(Step.YES), next(link));
    }
    try (KryoLink again = dial()) {
      assertTrue(again.sendReliable(new Message.Hello("known")));
      Await.until("it is served", SOON, () -> listener.accept() != null);
    }
  }

  private static boolean isTold(Optional<PairingDesk.Paired> paired) {
    return paired.filter(PairingDesk.Paired::isTold).isPresent();
  }

  private Optional<PairingDesk.Paired> settled(PairingDesk.Keeper keeper) {
    try {
      return desk.settle(keeper, clock.getAsLong());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private PeerKey key() {
    return stranger.identity().publicKey();
  }

  @Test
  void whoCommitsAndFallsSilentKeepsNobodyOutForLongAndCostsNoTry() throws Exception {
    desk.open(clock.getAsLong());
    for (int i = 0; i < 4; i++) {
      try (KryoLink silent = dial()) {
        say(silent, Step.COMMIT, silent.pair().commit(System.nanoTime()));
        assertEquals(Step.ANSWER, ((Message.Pair) next(silent)).step());
        clock.skip(Duration.ofNanos(PairingDesk.WITHOUT_DIGITS_NANOS));
        Await.until("it is sent away", SOON, () -> silent.state().isDown());
      }
    }
    try (KryoLink link = dial()) {
      untilDigits(link);
    }
  }

  @Test
  void aClosedDoorLetsNobodyPair() throws Exception {
    assertRefused();
  }

  private void assertRefused() throws Exception {
    try (KryoLink link = dial()) {
      say(link, Step.COMMIT, link.pair().commit(System.nanoTime()));
      assertEquals(Reason.NOT_PAIRED, ((Message.Refused) next(link)).reason());
    }
    assertTrue(known.isEmpty());
  }

  @Test
  void threeWrongGuessesCloseTheDoor() throws Exception {
    desk.open(clock.getAsLong());
    for (int i = 0; i < 3; i++) {
      try (KryoLink link = dial()) {
        untilDigits(link);
        var offer = desk.offer().orElseThrow();
        desk.answer(offer.number(), false, clock.getAsLong());
        assertEquals(new Message.Pair(Step.NO), next(link));
      }
      assertRefused(); // at once: there is a pause after each
      clock.skip(Duration.ofSeconds(6));
    }
    assertRefused();
  }

  @Test
  void aNumberThatIsNotTheOneCommittedToEndsIt() throws Exception {
    desk.open(clock.getAsLong());
    try (KryoLink link = dial()) {
      say(link, Step.COMMIT, link.pair().commit(System.nanoTime()));
      assertTrue(next(link) instanceof Message.Pair);
      say(link, Step.REVEAL, new byte[32]);
      assertTrue(next(link) instanceof Message.Refused);
    }
    assertTrue(desk.offer().isEmpty());
  }

  @Test
  void aPairingExpires() throws Exception {
    desk.open(clock.getAsLong());
    try (KryoLink link = dial()) {
      untilDigits(link);
      int number = desk.offer().orElseThrow().number();
      clock.skip(Duration.ofSeconds(61));
      Await.until("it is over", SOON, () -> link.state().isDown());
      desk.answer(number, true, clock.getAsLong());
      assertTrue(known.isEmpty());
    }
  }

  @Test
  void onePairsAtATime() throws Exception {
    desk.open(clock.getAsLong());
    try (KryoLink first = dial()) {
      untilDigits(first);
      assertRefused();
      assertTrue(desk.offer().isPresent(), "the first is not disturbed");
    }
  }

  @Test
  void oneKeyHasFourConnectionsAndTheNextIsToldSo() {
    var other = new Credentials(Identity.create(random), Trust.ANYBODY, random);
    var own = new Credentials(edgeIdentity, Trust.ANYBODY, random);
    for (Credentials each : List.of(stranger, other, own)) {
      known.put(each.identity().publicKey(), "device");
    }
    List<KryoLink> links = new ArrayList<>();
    for (Credentials each : List.of(stranger, stranger, stranger, stranger, other)) {
      links.add(served(each));
    }
    for (int i = 0; i < 6; i++) {
      links.add(served(own)); // the edge's owner
    }
    try (KryoLink fifth = dial(stranger)) {
      var refused = (Message.Refused) next(fifth);
      assertEquals(Reason.FULL, refused.reason());
      assertTrue(refused.words().contains("4 sessions"), refused.words());
    }
    links.removeFirst().close();
    links.add(served(stranger));
    links.forEach(KryoLink::close);
  }

  /** A device that dials again when it was turned away, as devices do. */
  private KryoLink served(Credentials who) {
    KryoLink[] link = {dial(who)};
    Await.until(
        "it is served",
        SOON,
        () -> {
          if (link[0].state().isDown()) {
            link[0] = dial(who);
          }
          link[0].sendReliable(new Message.Hello("device"));
          return listener.accept() != null;
        });
    return link[0];
  }

  /** Both have said yes; what is left is to keep the key. */
  private void untilKept(KryoLink link) throws Exception {
    untilDigits(link);
    desk.answer(desk.offer().orElseThrow().number(), true, clock.getAsLong());
    say(link, Step.YES);
  }

  private void anotherDeviceIsServed() {
    known.put(key(), "kept otherwise");
    try (KryoLink link = dial()) {
      assertTrue(link.sendReliable(new Message.Hello("next")));
      Await.until("it is served", SOON, () -> listener.accept() != null);
    }
  }

  @Test
  void aDiskThatDoesNotAnswerHoldsUpNobodyElse() throws Exception {
    desk.open(clock.getAsLong());
    var disk = new CountDownLatch(1);
    var reached = new CountDownLatch(1);
    PairingDesk.Keeper slow =
        (key, name) -> {
          reached.countDown();
          try {
            disk.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          known.put(key, name);
        };
    try (KryoLink link = dial()) {
      untilKept(link);
      var keeping = new CompletableFuture<Boolean>();
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                Optional<PairingDesk.Paired> paired = settled(slow);
                while (paired.isEmpty()) {
                  paired = settled(slow);
                }
                keeping.complete(isTold(paired));
              });
      assertTrue(reached.await(8, TimeUnit.SECONDS));
      anotherDeviceIsServed();
      disk.countDown();
      assertEquals(new Message.Pair(Step.YES), next(link));
      assertTrue(keeping.get());
    }
  }

  @Test
  void aDeviceWhoseKeyCannotBeKeptIsToldSo() throws Exception {
    desk.open(clock.getAsLong());
    PairingDesk.Keeper full =
        (key, name) -> {
          throw new IOException("no space left");
        };
    try (KryoLink link = dial()) {
      untilKept(link);
      Await.until("it is to be kept", SOON, () -> fails(full));
      var refused = (Message.Refused) next(link);
      assertEquals(Reason.NOT_PAIRED, refused.reason());
      assertTrue(refused.words().contains("cannot keep"), refused.words());
    }
    anotherDeviceIsServed();
  }

  private boolean fails(PairingDesk.Keeper keeper) {
    try {
      return desk.settle(keeper, clock.getAsLong()).isPresent();
    } catch (IOException e) {
      return true;
    }
  }
}
