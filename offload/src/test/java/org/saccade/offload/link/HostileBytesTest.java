package org.saccade.offload.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.Samples;
import org.saccade.offload.protocol.Version;
import org.saccade.testing.Await;

/** Whatever is thrown at the listener, the next honest device is served. */
final class HostileBytesTest {
  private static final Duration SOON = Duration.ofSeconds(8);
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();

  private final SkippingClock clock = new SkippingClock();
  private KryoListener listener;

  @BeforeEach
  void listen() throws IOException {
    listener = KryoListener.listen(new InetSocketAddress(HOST, 0), 16, TestKeys.door(), clock);
  }

  @AfterEach
  void close() {
    listener.close();
  }

  private void honestDeviceIsServed() {
    KryoLink device =
        KryoLink.connect(
            new InetSocketAddress(HOST, listener.port()), TestKeys.CREDENTIALS, System::nanoTime);
    Await.until("it is up", SOON, () -> device.state().isUp());
    assertTrue(device.sendReliable(new Message.Hello("honest")));
    List<Message> heard = new ArrayList<>();
    Await.until(
        "it is heard",
        SOON,
        () -> {
          Link edge = listener.accept();
          if (edge != null) {
            edge.sendReliable(new Message.Welcome(Samples.SESSION, Samples.manifest()));
          }
          return device.drain((message, at) -> heard.add(message), 10) > 0;
        });
    Await.until("datagrams pass", SOON, () -> device.state().datagramsPass());
    device.close();
  }

  private void attackByStream(byte[] bytes) throws IOException {
    try (Socket socket = new Socket(HOST, listener.port())) {
      socket.getOutputStream().write(bytes);
      socket.setSoTimeout(5_000);
      socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream()); // until closed
    }
  }

  @Test
  void forgedLengthsEndOnlyTheirConnection() throws IOException {
    for (int length : new int[] {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 0, 1 << 20, 1 << 30}) {
      attackByStream(Hostile.forged(length, new byte[64]));
    }
    honestDeviceIsServed();
  }

  @Test
  void garbageEndsOnlyItsConnection() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      byte[] garbage = new byte[50 + random.nextInt(200)];
      random.nextBytes(garbage);
      attackByStream(Hostile.framed(garbage));
    }
    honestDeviceIsServed();
  }

  @Test
  void garbageAfterAGreetingEndsOnlyItsConnection() throws Exception {
    try (var device = RawDevice.dial(listener.port(), TestKeys.CREDENTIALS)) {
      device.say(new Message.Hello("soon hostile"));
      device.sayBytes(new byte[] {2, 99, 0, 0});
      assertTrue(device.isHungUp());
    }
    honestDeviceIsServed();
  }

  @Test
  void halfOpenConnectionsAreReapedAndTheNextDeviceIsServed() throws IOException {
    List<Socket> halfOpen = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      halfOpen.add(new Socket(HOST, listener.port()));
    }
    clock.skip(Duration.ofSeconds(4));
    for (Socket socket : halfOpen) {
      socket.setSoTimeout(5_000);
      socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      socket.close();
    }
    honestDeviceIsServed();
  }

  @Test
  void hostileDatagramsAreDropped() throws IOException {
    Random random = new Random(3);
    try (DatagramSocket socket = new DatagramSocket()) {
      for (int i = 0; i < 500; i++) {
        byte[] garbage = new byte[random.nextInt(2_000)];
        random.nextBytes(garbage);
        if (garbage.length > 2 && i % 2 == 0) {
          garbage[0] = (byte) (i % 4 == 0 ? 0 : 1);
          garbage[1] = (byte) random.nextInt(12);
        }
        socket.send(new DatagramPacket(garbage, garbage.length, HOST, listener.port()));
      }
    }
    honestDeviceIsServed();
  }

  @Test
  void aForgedRegistrationCostsDatagramsButNotTheSession() throws IOException {
    KryoLink device =
        KryoLink.connect(
            new InetSocketAddress(HOST, listener.port()), TestKeys.CREDENTIALS, System::nanoTime);
    try (DatagramSocket thief = new DatagramSocket()) {
      for (int round = 0; round < 200; round++) {
        byte[] forged = Hostile.registration(1 + round % 4);
        thief.send(new DatagramPacket(forged, forged.length, HOST, listener.port()));
      }
      Await.until("it is up", SOON, () -> device.state().isUp());
      assertTrue(device.sendReliable(new Message.Hello("robbed")));
      Link[] edge = new Link[1];
      Await.until("it arrives", SOON, () -> (edge[0] = listener.accept()) != null);
      edge[0].sendReliable(new Message.Welcome(Samples.SESSION, Samples.manifest()));
      var receipt = new Message.Receipt(Samples.SESSION, 2, 1, 5, 0);
      List<Message> heard = new ArrayList<>();
      Await.until("welcome", SOON, () -> device.drain((message, at) -> heard.add(message), 1) > 0);
      edge[0].sendDatagram(receipt);
      Await.until(
          "the receipt", SOON, () -> device.drain((message, at) -> heard.add(message), 1) > 0);
      assertEquals(receipt, heard.getLast());
    }
    device.close();
    honestDeviceIsServed();
  }

  @Test
  void aDeviceOfAnotherVersionIsToldBothVersions() throws Exception {
    byte[] hello = Hostile.hello();
    hello[0] = 9;
    try (Socket socket = new Socket(HOST, listener.port())) {
      socket.getOutputStream().write(Hostile.framed(hello));
      socket.setSoTimeout(5_000);
      byte[] all = socket.getInputStream().readAllBytes();
      // KryoNet's greeting of 4 + 6 bytes comes first.
      ByteBuffer refusal = ByteBuffer.wrap(all, 14, all.length - 14);
      var refused = (Message.Refused) Codec.decode(refusal);
      assertEquals(Reason.VERSION, refused.reason());
      assertEquals(Version.CURRENT, refused.edgeVersion());
      assertTrue(refused.words().contains("version 9"), refused.words());
    }
  }
}
