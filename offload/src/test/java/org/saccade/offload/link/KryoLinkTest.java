package org.saccade.offload.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.esotericsoftware.kryonet.Sockets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.offload.protocol.Fragmenter;
import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.Samples;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.Wish;
import org.saccade.offload.protocol.Wishes;
import org.saccade.render.tile.Bytes;
import org.saccade.testing.Await;

final class KryoLinkTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();
  private static final int MAX_CONNECTIONS = 4;

  private final SkippingClock clock = new SkippingClock();
  private final List<Link> opened = new ArrayList<>();
  private KryoListener listener;

  @BeforeEach
  void listen() throws IOException {
    listener =
        KryoListener.listen(
            new InetSocketAddress(HOST, 0), MAX_CONNECTIONS, TestKeys.door(), clock);
  }

  @AfterEach
  void close() {
    opened.forEach(Link::close);
    listener.close();
  }

  private KryoLink dial(int port) {
    KryoLink device =
        KryoLink.connect(new InetSocketAddress(HOST, port), TestKeys.CREDENTIALS, System::nanoTime);
    opened.add(device);
    Await.until(
        "the link is up or down", SOON, () -> device.state().phase() != LinkState.Phase.CONNECTING);
    return device;
  }

  private Link greet(Link device) {
    assertTrue(device.sendReliable(new Message.Hello("test")));
    Link[] edge = new Link[1];
    Await.until(
        "the device arrives",
        SOON,
        () -> {
          edge[0] = listener.accept();
          return edge[0] != null;
        });
    assertTrue(edge[0].sendReliable(new Message.Welcome(Samples.SESSION, Samples.manifest())));
    assertTrue(next(device) instanceof Message.Welcome);
    assertEquals(new Message.Hello("test"), next(edge[0]));
    return edge[0];
  }

  private static Message next(Link link) {
    List<Message> got = new ArrayList<>();
    Await.until(
        "a message arrives", SOON, () -> link.drain((message, at) -> got.add(message), 1) > 0);
    return got.getFirst();
  }

  private static Message.FovRequest request(int sequence) {
    return new Message.FovRequest(
        Samples.SESSION, sequence, 1, new Grant(1, 1), Wishes.of(List.of(new Wish(1, 2, 3))));
  }

  @Test
  void carriesMessagesByStreamAndByDatagramOnceTheyProvedThemselves() {
    KryoLink device = dial(listener.port());
    Link edge = greet(device);
    assertTrue(device.sendDatagram(request(1)));
    assertEquals(request(1), next(edge));
    Await.until("datagrams prove themselves", SOON, () -> device.state().datagramsPass());
    Await.until("the edge knows", SOON, () -> edge.state().datagramsPass());
    assertTrue(device.sendDatagram(request(2)));
    assertEquals(request(2), next(edge));
    var receipt = new Message.Receipt(Samples.SESSION, 2, 1, 5, 0);
    assertTrue(edge.sendDatagram(receipt));
    assertEquals(receipt, next(device));
    assertTrue(edge.sendReliable(new Message.Bye(Reason.CLOSING)));
    assertEquals(new Message.Bye(Reason.CLOSING), next(device));
  }

  @Test
  void whatWasCutForTheStreamGoesThereThoughDatagramsPassByNow() {
    KryoLink device = dial(listener.port());
    Link edge = greet(device);
    Await.until("the edge knows", SOON, () -> edge.state().datagramsPass());
    TileFragment piece =
        Fragmenter.forStream(Bytes.wrap(new byte[30_000]), 3)
            .fragment(Samples.SESSION, 0, 0, new Wish(1, 0, 0), 0);
    assertTrue(edge.sendDatagram(piece));
    assertEquals(piece, next(device));
  }

  @Test
  void bothEndsAskForRoomForABurstOfDatagrams() throws IOException {
    KryoLink device = dial(listener.port());
    Link edge = greet(device);
    Await.until("the edge knows", SOON, () -> edge.state().datagramsPass());
    try (DatagramChannel fresh = DatagramChannel.open()) {
      fresh.setOption(StandardSocketOptions.SO_RCVBUF, KryoLink.DATAGRAM_BUFFER_BYTES);
      int most = fresh.getOption(StandardSocketOptions.SO_RCVBUF); // what this system gives
      assertEquals(most, Sockets.datagramBufferBytes(device.connection()));
      assertEquals(most, Sockets.datagramBufferBytes(((KryoEnd) edge).connection()));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everythingGoesByStreamWhenDatagramsAreBlocked(boolean inSilence) throws IOException {
    try (var relay = new StreamOnlyRelay(listener.port(), inSilence)) {
      KryoLink device = dial(relay.port());
      Link edge = greet(device);
      for (int i = 0; i < 300; i++) {
        assertTrue(device.sendDatagram(request(i)));
        assertEquals(request(i), next(edge));
      }
      Fragmenter cut = Fragmenter.forStream(Bytes.wrap(new byte[100_000]), 3);
      for (int i = 0; i < cut.count(); i++) {
        TileFragment piece = cut.fragment(Samples.SESSION, 0, 0, new Wish(1, 0, 0), i);
        assertTrue(edge.sendReliable(piece));
        assertEquals(piece, next(device));
      }
      assertFalse(device.state().datagramsPass());
    }
  }

  @Test
  void anEdgeThatIsNotThereIsDownNotAnError() {
    int port = listener.port();
    listener.close();
    KryoLink device = dial(port);
    assertTrue(device.state().isDown());
    assertFalse(device.sendReliable(new Message.Hello("test")));
    assertFalse(device.sendDatagram(request(1)));
  }

  @Test
  void anEdgeThatHangsUpWhileConnectingIsNoticedAtOnce() throws IOException {
    noticesTheEndAfter();
  }

  @Test
  void anEdgeThatHangsUpWhileDatagramsRegisterIsNoticedAtOnce() throws IOException {
    noticesTheEndAfter(Hostile.framed(Hostile.streamRegistration(1)));
  }

  /** Trying without datagrams, and giving that up too, takes four seconds and a half. */
  private void noticesTheEndAfter(byte... said) throws IOException {
    try (var door = new ServerSocket(0, 4, HOST)) {
      Thread.ofVirtual().start(() -> answerAndHangUp(door, said));
      var address = new InetSocketAddress(HOST, door.getLocalPort());
      KryoLink device = KryoLink.connect(address, TestKeys.CREDENTIALS, System::nanoTime);
      opened.add(device);
      Await.until("the end is noticed", AT_ONCE, () -> device.state().isDown());
      String words = device.state().words();
      assertTrue(words.contains("ended while connecting"), words);
    }
  }

  private static void answerAndHangUp(ServerSocket door, byte... said) {
    try {
      while (!door.isClosed()) {
        try (var device = door.accept()) {
          device.getOutputStream().write(said);
        }
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  @Test
  void anEdgeThatDiesTakesTheLinkDownAndServesAgainOnTheSamePort() throws IOException {
    int port = listener.port();
    KryoLink device = dial(port);
    greet(device);
    listener.close();
    Await.until("the device notices", SOON, () -> device.state().isDown());
    listener =
        KryoListener.listen(
            new InetSocketAddress(HOST, port), MAX_CONNECTIONS, TestKeys.door(), clock);
    greet(dial(port));
  }

  @Test
  void aPortInUseIsSaidClearly() {
    IOException told =
        assertThrows(
            IOException.class,
            () ->
                KryoListener.listen(
                    new InetSocketAddress(HOST, listener.port()), 1, TestKeys.door(), clock));
    String words = String.valueOf(told.getMessage());
    assertTrue(words.contains(String.valueOf(listener.port())), words);
    assertTrue(words.contains("choose another port"), words);
  }

  @Test
  void connectionsOverTheCapAreClosedAndTheirPlacesFreedAgain() {
    List<KryoLink> devices = new ArrayList<>();
    for (int i = 0; i < MAX_CONNECTIONS; i++) {
      KryoLink device = dial(listener.port());
      devices.add(device);
      greet(device);
    }
    KryoLink oneTooMany = dial(listener.port());
    Await.until("it is turned away", SOON, () -> oneTooMany.state().isDown());
    devices.getFirst().close();
    Await.until("a place is free", SOON, this::isWelcome);
  }

  private boolean isWelcome() {
    KryoLink device = dial(listener.port());
    device.sendReliable(new Message.Hello("again"));
    @Nullable Link edge = null;
    for (int i = 0; i < 50 && edge == null && !device.state().isDown(); i++) {
      edge = listener.accept();
      java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
    }
    return edge != null;
  }

  @Test
  void aDeviceThatNeverGreetsIsReaped() {
    KryoLink device = dial(listener.port());
    clock.skip(Duration.ofSeconds(4));
    Await.until("it is closed", SOON, () -> device.state().isDown());
  }

  @Test
  void aDeviceThatFallsSilentIsReaped() throws Exception {
    try (var mute = RawDevice.dial(listener.port(), TestKeys.CREDENTIALS)) {
      mute.say(new Message.Hello("mute"));
      Link[] edge = new Link[1];
      Await.until("it arrives", SOON, () -> (edge[0] = listener.accept()) != null);
      clock.skip(Duration.ofSeconds(60));
      Await.until("the edge's end is down", SOON, () -> edge[0].state().isDown());
    }
  }

  @Test
  void aStreamNobodyReadsFillsABoundedQueueAndSaysSo() throws Exception {
    try (var mute = RawDevice.dial(listener.port(), TestKeys.CREDENTIALS)) {
      mute.say(new Message.Hello("mute"));
      Link[] edge = new Link[1];
      Await.until("it arrives", SOON, () -> (edge[0] = listener.accept()) != null);
      Bytes body = Bytes.wrap(new byte[30_000]);
      TileFragment piece = Fragmenter.forStream(body, 3).fragment(1, 0, 0, new Wish(1, 0, 0), 0);
      int taken = 0;
      while (taken < 2_000 && edge[0].sendReliable(piece)) {
        taken++;
      }
      assertTrue(taken > 10 && taken < 2_000, taken + " messages were taken");
      assertTrue(edge[0].state().isUp());
    }
    greet(dial(listener.port()));
  }
}
