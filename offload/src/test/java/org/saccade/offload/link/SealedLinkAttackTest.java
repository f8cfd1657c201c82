package org.saccade.offload.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Samples;
import org.saccade.offload.protocol.Wishes;
import org.saccade.offload.secure.Credentials;
import org.saccade.offload.secure.Transport;
import org.saccade.testing.Await;

/** Attacks on a session that is under way, against a real edge's link on loopback. */
final class SealedLinkAttackTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();

  private final SkippingClock clock = new SkippingClock();
  private KryoListener listener;
  private RawDevice device;
  private DatagramSocket datagrams;
  private Link edge;

  /** A device that shook hands, said hello, was welcomed, and registered for datagrams. */
  @BeforeEach
  void begin() throws Exception {
    listener = KryoListener.listen(new InetSocketAddress(HOST, 0), 4, TestKeys.door(), clock);
    device = RawDevice.dial(listener.port(), TestKeys.CREDENTIALS);
    device.say(new Message.Hello("test"));
    edge = arrived();
    assertTrue(edge.sendReliable(new Message.Welcome(Samples.SESSION, Samples.manifest())));
    assertTrue(device.next() instanceof Message.Welcome);
    assertEquals(new Message.Hello("test"), next());
    datagrams = new DatagramSocket(0, HOST);
    send(datagrams, Hostile.registration(device.connectionId));
  }

  @AfterEach
  void end() throws IOException {
    datagrams.close();
    device.close();
    listener.close();
  }

  private Link arrived() {
    Link[] arrived = new Link[1];
    Await.until("the device arrives", SOON, () -> (arrived[0] = listener.accept()) != null);
    return arrived[0];
  }

  private Message next() {
    List<Message> got = new ArrayList<>();
    Await.until("a message arrives", SOON, () -> edge.drain((one, at) -> got.add(one), 1) > 0);
    return got.getFirst();
  }

  private void send(DatagramSocket from, byte[] bytes) throws IOException {
    from.send(new DatagramPacket(bytes, bytes.length, HOST, listener.port()));
  }

  private static Message.FovRequest request(int sequence) {
    return new Message.FovRequest(Samples.SESSION, sequence, 1, new Grant(1, 1), Wishes.NONE);
  }

  private byte[] sealedRequest(int sequence) {
    return device.sealed(Transport.DATAGRAM, request(sequence));
  }

  /**
   * What was sent before has been dealt with, and this is the next that is heard. It is sent until
   * it arrives: the system may drop one among many, and copies are replays.
   */
  private void assertHeardNext(int sequence, byte[] sealed) {
    List<Message> got = new ArrayList<>();
    Await.until(
        "a datagram arrives",
        SOON,
        () -> {
          sendUnchecked(sealed);
          return edge.drain((one, at) -> got.add(one), 1) > 0;
        });
    assertEquals(request(sequence), got.getFirst());
  }

  private void sendUnchecked(byte[] sealed) {
    try {
      send(datagrams, sealed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] copy = bytes.clone();
    copy[bit / 8] ^= (byte) (1 << (bit % 8));
    return copy;
  }

  private static void assertSilent(DatagramSocket socket) throws IOException {
    socket.setSoTimeout(1);
    DatagramPacket got = new DatagramPacket(new byte[2_000], 2_000);
    try {
      socket.receive(got);
    } catch (SocketTimeoutException e) {
      return;
    }
    throw new AssertionError("an answer of %d bytes".formatted(got.getLength()));
  }

  @Test
  void aReplayedDatagramIsHeardOnce() throws IOException {
    byte[] sealed = sealedRequest(1);
    assertHeardNext(1, sealed);
    for (int i = 0; i < 50; i++) {
      send(datagrams, sealed);
    }
    assertHeardNext(2, sealedRequest(2));
  }

  @Test
  void aReplayedProbeDrawsNoSecondEcho() throws IOException {
    byte[] probe = device.sealed(Transport.DATAGRAM, new Message.Probe(Samples.SESSION, 1, true));
    send(datagrams, probe);
    datagrams.setSoTimeout(8_000);
    DatagramPacket echo = new DatagramPacket(new byte[2_000], 2_000);
    datagrams.receive(echo);
    assertTrue(echo.getLength() <= probe.length, "an answer is no longer than its question");
    for (int i = 0; i < 50; i++) {
      send(datagrams, probe);
    }
    assertHeardNext(1, sealedRequest(1));
    assertSilent(datagrams);
  }

  @Test
  void reorderedDatagramsAreEachHeardOnce() throws IOException {
    List<byte[]> sealed = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      sealed.add(sealedRequest(i));
    }
    for (int i = 19; i >= 0; i--) {
      assertHeardNext(i, sealed.get(i));
    }
    for (byte[] each : sealed) {
      send(datagrams, each);
    }
    assertHeardNext(20, sealedRequest(20));
  }

  @Test
  void reorderedStreamEndsTheConnection() throws Exception {
    byte[] first = device.sealed(Transport.STREAM, request(1));
    byte[] second = device.sealed(Transport.STREAM, request(2));
    device.sayBytes(second);
    device.sayBytes(first);
    assertTrue(device.isHungUp());
    assertEquals(0, edge.drain((message, at) -> {}, 1));
  }

  @Test
  void aReplayedStreamMessageEndsTheConnection() throws Exception {
    byte[] sealed = device.sealed(Transport.STREAM, request(1));
    device.sayBytes(sealed);
    assertEquals(request(1), next());
    device.sayBytes(sealed);
    assertTrue(device.isHungUp());
  }

  @Test
  void noFlippedBitOfADatagramIsHeardOrAnswered() throws IOException {
    byte[] sealed = sealedRequest(1);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      send(datagrams, flipped(sealed, bit));
    }
    assertHeardNext(1, sealed);
    assertSilent(datagrams);
  }

  /** Version, type, phase, session, counter, message, tag; and the envelope inside is sealed. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 8, 16, 40})
  void aFlippedBitOfTheStreamEndsTheConnection(int at) throws Exception {
    device.sayBytes(flipped(device.sealed(Transport.STREAM, request(1)), at * 8));
    assertTrue(device.isHungUp());
    assertEquals(0, edge.drain((message, when) -> {}, 1));
  }

  @Test
  void onlyWhatOpensWakesTheOwner() throws IOException {
    AtomicInteger woken = new AtomicInteger();
    listener.onNews(woken::incrementAndGet);
    byte[] sealed = sealedRequest(1);
    for (int bit = 0; bit < 50; bit++) {
      send(datagrams, flipped(sealed, bit));
    }
    assertHeardNext(1, sealed); // what comes of it more than once is a replay
    Await.until("the owner is woken", SOON, () -> woken.get() > 0);
    assertHeardNext(2, sealedRequest(2));
    Await.until("and once more", SOON, () -> woken.get() > 1);
    assertEquals(2, woken.get());
  }

  @Test
  void datagramsOfAnotherTransportOrDirectionDoNotOpen() throws Exception {
    send(datagrams, device.sealed(Transport.STREAM, request(7)));
    edge.sendReliable(new Message.Receipt(Samples.SESSION, 1, 1, 1, 1));
    send(datagrams, device.hear()); // the edge's own words, reflected
    assertHeardNext(1, sealedRequest(1));
  }

  @Test
  void aStolenDatagramFromElsewhereIsNotHeardAndMovesNothing() throws Exception {
    try (DatagramSocket thief = new DatagramSocket(0, HOST)) {
      send(thief, Hostile.registration(device.connectionId));
      byte[] stolen = sealedRequest(1);
      send(thief, stolen);
      send(thief, device.sealed(Transport.DATAGRAM, new Message.Probe(Samples.SESSION, 1, true)));
      assertHeardNext(1, stolen); // from where it belongs it is still new
      assertFalse(edge.state().datagramsPass());
      assertSilent(thief);
    }
  }

  @Test
  void anEdgeSendsDatagramsOnlyWhereTheDeviceSaysTheyArrive() throws Exception {
    // A thief that registered first and sends the device's probes on: the device hears no echo.
    send(
        datagrams, device.sealed(Transport.DATAGRAM, new Message.Probe(Samples.SESSION, 1, false)));
    assertHeardNext(1, sealedRequest(1));
    assertFalse(edge.state().datagramsPass());
    byte[] answered =
        device.sealed(Transport.DATAGRAM, new Message.Probe(Samples.SESSION, 2, true));
    Await.until(
        "the edge believes it",
        SOON,
        () -> {
          sendUnchecked(answered);
          return edge.state().datagramsPass();
        });
  }

  @Test
  void nothingUnauthenticatedDrawsADatagram() throws Exception {
    Random random = new Random(5);
    try (DatagramSocket stranger = new DatagramSocket(0, HOST)) {
      for (int kind = 1; kind <= 5; kind++) {
        byte[] own = new byte[kind == 5 ? 7 : kind <= 2 ? 6 : 2];
        own[1] = (byte) kind;
        send(stranger, own);
        send(datagrams, own);
      }
      for (int i = 0; i < 200; i++) {
        byte[] garbage = new byte[1 + random.nextInt(1_199)];
        random.nextBytes(garbage);
        garbage[0] = 2;
        send(i % 2 == 0 ? stranger : datagrams, garbage);
      }
      assertHeardNext(1, sealedRequest(1));
      assertSilent(stranger);
      assertSilent(datagrams);
    }
  }

  @Test
  void datagramsThatAreTooLargeAreDroppedWhole() throws IOException {
    for (int bytes : new int[] {1_201, 2_000, 9_000, 65_000}) {
      byte[] large = new byte[bytes];
      System.arraycopy(sealedRequest(1), 0, large, 0, 60);
      send(datagrams, large);
    }
    assertHeardNext(2, sealedRequest(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {65_537, Integer.MAX_VALUE, 0, -1})
  void alsoADeviceThatIsTrustedCannotLieAboutLengths(int length) throws Exception {
    device.socket.getOutputStream().write(Hostile.forged(length, new byte[16]));
    assertTrue(device.isHungUp());
  }

  @Test
  void aStolenTokenIsOfNoUseInAnotherSession() throws Exception {
    try (var other = RawDevice.dial(listener.port(), TestKeys.CREDENTIALS);
        DatagramSocket socket = new DatagramSocket(0, HOST)) {
      other.say(new Message.Hello("thief"));
      Link theirs = arrived();
      theirs.sendReliable(new Message.Welcome(99, Samples.manifest()));
      send(socket, Hostile.registration(other.connectionId));
      send(socket, other.sealed(Transport.DATAGRAM, request(1))); // with the first one's token
      var own = new Message.FovRequest(99, 2, 1, new Grant(1, 1), Wishes.NONE);
      send(socket, other.sealed(Transport.DATAGRAM, own));
      List<Message> heard = new ArrayList<>();
      Await.until(
          "the thief's own request",
          SOON,
          () -> {
            theirs.drain((message, at) -> heard.add(message), 10);
            return heard.contains(own);
          });
      assertFalse(heard.contains(request(1)));
      assertEquals(0, edge.drain((message, at) -> {}, 1));
    }
  }

  @Test
  void aDeviceWithAnotherKeyIsToldSoAndNeverArrives() throws Exception {
    var stranger = Credentials.ofThisProcess(new SecureRandom());
    try (var other = RawDevice.dial(listener.port(), stranger)) {
      other.say(new Message.Hello("stranger"));
      assertTrue(other.next() instanceof Message.Refused);
      assertTrue(other.isHungUp());
    }
    assertNull(listener.accept());
  }
}
