package org.saccade.offload.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.esotericsoftware.kryonet.PeerConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saccade.offload.protocol.Fragmenter;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.Version;
import org.saccade.offload.secure.Credentials;
import org.saccade.offload.secure.Handshake;
import org.saccade.offload.secure.Role;
import org.saccade.render.tile.Bytes;
import org.saccade.testing.Await;

/** Attacks on an edge before anybody is known, and on a device by who plays its edge. */
final class GreetingAttackTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();

  private final SkippingClock clock = new SkippingClock();
  private KryoListener listener;

  @BeforeEach
  void listen() throws IOException {
    listener = KryoListener.listen(new InetSocketAddress(HOST, 0), 4, TestKeys.door(), clock);
  }

  @AfterEach
  void close() {
    listener.close();
  }

  private KryoLink dial(int port, Credentials credentials) {
    return KryoLink.connect(new InetSocketAddress(HOST, port), credentials, System::nanoTime);
  }

  /** One that dials again when it was turned away, as devices do. */
  private void honestDeviceIsServed() {
    KryoLink[] device = {dial(listener.port(), TestKeys.CREDENTIALS)};
    Await.until(
        "it is up",
        SOON,
        () -> {
          if (device[0].state().isDown()) {
            device[0] = dial(listener.port(), TestKeys.CREDENTIALS);
          }
          return device[0].state().isUp();
        });
    assertTrue(device[0].sendReliable(new Message.Hello("honest")));
    Await.until("it arrives", SOON, () -> listener.accept() != null);
    device[0].close();
  }

  private static void awaitHangUp(Socket socket) throws IOException {
    socket.setSoTimeout(8_000);
    try {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (java.net.SocketException e) {
      // reset: it is over too
    }
  }

  private static byte[] first() throws Exception {
    Credentials stranger = Credentials.ofThisProcess(new SecureRandom());
    return Handshake.begin(Role.DEVICE, stranger.identity(), Version.CURRENT, stranger.random())
        .write(new byte[0]);
  }

  @Test
  void aThousandHalfOpenSessionsKeepNobodyOut() throws Exception {
    byte[] half = RawDevice.shake(Version.CURRENT, first());
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 1_000; i++) {
        Socket socket = new Socket(HOST, listener.port());
        open.add(socket);
        if (i % 2 == 0) {
          socket.getOutputStream().write(half, 0, i % 4 == 0 ? 3 : half.length);
        }
        if (i % 20 == 19) { // or the system's own queue fills, and connecting takes seconds
          socket.getInputStream().read();
        }
      }
      honestDeviceIsServed();
      for (Socket socket : open.subList(0, 900)) { // the oldest went for those that came later
        awaitHangUp(socket);
      }
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  @Test
  void aSlowSenderHasThreeSecondsInAll() throws Exception {
    byte[] half = RawDevice.shake(Version.CURRENT, first());
    try (Socket slow = new Socket(HOST, listener.port())) {
      for (int i = 0; i < half.length - 1; i++) {
        slow.getOutputStream().write(half[i]);
      }
      honestDeviceIsServed();
      clock.skip(Duration.ofSeconds(4));
      awaitHangUp(slow);
    }
  }

  @Test
  void whoIsUnknownMaySayAKilobyteAndNoMore() throws IOException {
    for (int length : new int[] {PeerConnection.STRANGER_BYTES + 1, 32_768, 1 << 30, -1, 0}) {
      try (Socket socket = new Socket(HOST, listener.port())) {
        socket.getOutputStream().write(Hostile.forged(length, new byte[8]));
        awaitHangUp(socket);
      }
    }
    try (Socket socket = new Socket(HOST, listener.port())) {
      byte[] long1 = new byte[Handshake.MESSAGE_BYTES + 1];
      socket.getOutputStream().write(RawDevice.shake(Version.CURRENT, long1));
      awaitHangUp(socket);
    }
    honestDeviceIsServed();
  }

  @Test
  void handshakesAreBoundedInNumber() throws Exception {
    listener.close();
    AtomicLong now = new AtomicLong(1);
    listener = KryoListener.listen(new InetSocketAddress(HOST, 0), 4, TestKeys.door(), now::get);
    byte[] half = RawDevice.shake(Version.CURRENT, first());
    int answered = 0;
    for (int i = 0; i < 2 * KryoListener.MAX_STRANGERS; i++) {
      try (Socket socket = new Socket(HOST, listener.port())) {
        socket.getOutputStream().write(half);
        socket.shutdownOutput();
        socket.setSoTimeout(8_000);
        answered += answer(socket).length > 14 ? 1 : 0; // KryoNet's greeting takes 10
      }
    }
    assertEquals(KryoListener.MAX_STRANGERS, answered);
    now.addAndGet(10_000_000_000L / KryoListener.SHAKES_A_SECOND);
    honestDeviceIsServed();
  }

  private static byte[] answer(Socket socket) throws IOException {
    try {
      return socket.getInputStream().readAllBytes();
    } catch (java.net.SocketException e) {
      return new byte[0];
    }
  }

  /** The edge's clock stands still, so that nothing but the flood itself can end it. */
  @Test
  void whoFloodsWithKryoNetsOwnWordsIsHungUpAndAnotherServed() throws Exception {
    listener.close();
    listener = KryoListener.listen(new InetSocketAddress(HOST, 0), 4, TestKeys.door(), () -> 1);
    for (String frame : List.of("020000000003", "07000000000500000000" + "00")) {
      byte[] flood = HexFormat.of().parseHex(frame.repeat(500));
      try (Socket socket = new Socket(HOST, listener.port())) {
        Thread flooding = Thread.ofVirtual().start(() -> pour(socket, flood));
        honestDeviceIsServed();
        awaitHangUp(socket);
        assertTrue(flooding.join(SOON), "it still takes what is poured");
      }
    }
  }

  private static void pour(Socket socket, byte[] bytes) {
    try {
      while (true) {
        socket.getOutputStream().write(bytes);
      }
    } catch (IOException hungUp) {
      // as it should be
    }
  }

  @Test
  void aPlainHelloIsNotHeard() throws IOException {
    try (Socket socket = new Socket(HOST, listener.port())) {
      socket.getOutputStream().write(Hostile.framed(Hostile.hello()));
      awaitHangUp(socket);
    }
    honestDeviceIsServed();
  }

  @Test
  void aHandshakeOfAnotherVersionIsToldBothVersions() throws Exception {
    for (int version : new int[] {1, 3}) {
      try (Socket socket = new Socket(HOST, listener.port())) {
        socket.getOutputStream().write(RawDevice.shake(version, first()));
        socket.setSoTimeout(8_000);
        byte[] all = socket.getInputStream().readAllBytes();
        String said = new String(all, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertTrue(said.contains("version " + version), said);
        assertTrue(said.contains("this edge " + Version.CURRENT), said);
      }
    }
  }

  /** Plays an edge: KryoNet's registration, then these bytes. */
  private static void play(ServerSocket door, byte[] bytes) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (!door.isClosed()) {
                  Socket device = door.accept();
                  device.getOutputStream().write(Hostile.framed(Hostile.streamRegistration(1)));
                  device.getOutputStream().write(bytes);
                }
              } catch (IOException e) {
                // the test is over
              }
            });
  }

  private static Message.Refused refusal(KryoLink device) {
    List<Message> heard = new ArrayList<>();
    Await.until("it is down", SOON, () -> device.state().isDown());
    device.drain((message, at) -> heard.add(message), 10);
    assertEquals(1, heard.size(), device.state().words());
    return (Message.Refused) heard.getFirst();
  }

  @Test
  void aDowngradeIsToldAndNeverFollowed() throws Exception {
    byte[] refused =
        Hostile.encoded(new Message.Refused(Reason.VERSION, 1, "this edge speaks version 1"));
    refused[0] = 1;
    try (var door = new ServerSocket(0, 4, HOST);
        KryoLink device = dial(door.getLocalPort(), TestKeys.CREDENTIALS)) {
      play(door, Hostile.framed(refused));
      Message.Refused told = refusal(device);
      assertEquals(1, told.edgeVersion());
      assertFalse(device.sendReliable(new Message.Hello("in the clear?")));
    }
  }

  @Test
  void anEdgeWithAnotherKeyIsRefusedBeforeTheDeviceShowsItsOwn() {
    var device = Credentials.ofThisProcess(new SecureRandom());
    try (KryoLink link = dial(listener.port(), device)) {
      assertEquals(Reason.NOT_PAIRED, refusal(link).reason());
      assertFalse(link.sendReliable(new Message.Hello("to whom?")));
    }
  }

  @Test
  void anEdgeThatMirrorsTheHandshakeIsRefused() throws Exception {
    try (var door = new ServerSocket(0, 4, HOST);
        KryoLink device = dial(door.getLocalPort(), TestKeys.CREDENTIALS)) {
      byte[] mirrored = Arrays.copyOf(first(), 96);
      play(door, RawDevice.shake(Version.CURRENT, mirrored));
      Await.until("it is down", SOON, () -> device.state().isDown());
      assertFalse(device.sendReliable(new Message.Hello("to a mirror?")));
    }
  }

  @Test
  void aTileByStreamTakesFewWakingsOfTheSelector() {
    Bytes largest = Bytes.wrap(new byte[Limits.TILE_BYTES]);
    assertTrue(Fragmenter.forStream(largest, 1).count() <= 33);
  }
}
