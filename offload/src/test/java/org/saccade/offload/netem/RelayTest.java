package org.saccade.offload.netem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.saccade.offload.link.KryoLink;
import org.saccade.offload.link.KryoListener;
import org.saccade.offload.link.Link;
import org.saccade.offload.link.TestKeys;
import org.saccade.offload.netem.model.Headers;
import org.saccade.offload.netem.model.NetworkPresets;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.netem.relay.Relay;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Samples;
import org.saccade.testing.Await;

/** Real sockets on both sides of it. */
final class RelayTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var each : opened.reversed()) {
      each.close();
    }
  }

  private Relay relay(int port, NetworkTrace trace) throws IOException {
    var relay =
        Relay.start(
            new InetSocketAddress(HOST, 0),
            new InetSocketAddress(HOST, port),
            trace,
            1,
            System::nanoTime);
    opened.add(relay);
    return relay;
  }

  private static NetworkTrace preset(String name) {
    return NetworkPresets.named(name).orElseThrow();
  }

  @Test
  void aDeviceSpeaksToAnEdgeThroughItByStreamAndByDatagram() throws IOException {
    var listener =
        KryoListener.listen(new InetSocketAddress(HOST, 0), 4, TestKeys.door(), System::nanoTime);
    opened.add(listener);
    var relay = relay(listener.port(), preset("rtt20"));
    List<Link> devices = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Link device =
          KryoLink.connect(
              new InetSocketAddress(HOST, relay.port()), TestKeys.CREDENTIALS, System::nanoTime);
      opened.add(device);
      devices.add(device);
      Await.until("up", SOON, () -> device.state().isUp());
      long asked = System.nanoTime();
      assertTrue(device.sendReliable(new Message.Hello("device " + i)));
      Link[] edge = new Link[1];
      Await.until("the edge has it", SOON, () -> (edge[0] = listener.accept()) != null);
      assertEquals(new Message.Hello("device " + i), next(edge[0]));
      var welcome = new Message.Welcome(Samples.SESSION + i, Samples.manifest());
      assertTrue(edge[0].sendReliable(welcome));
      assertEquals(welcome, next(device));
      assertTrue(System.nanoTime() - asked >= 20_000_000L, "a round trip takes 20 ms");
      Await.until("datagrams pass", SOON, () -> device.state().datagramsPass());
      Await.until("the edge knows", SOON, () -> edge[0].state().datagramsPass());
      var receipt = new Message.Receipt(Samples.SESSION + i, 2, 1, 5, 0);
      assertTrue(edge[0].sendDatagram(receipt));
      assertEquals(receipt, next(device));
    }
    assertEquals(2, relay.figures().devices());
    assertTrue(relay.figures().upBytes() > 0 && relay.figures().downBytes() > 0);
    devices.getFirst().close();
    Await.until("one is gone", SOON, () -> relay.figures().devices() == 1);
  }

  @Test
  void anEmulatedDatagramTakesAsManyBytesAsASealedOneOnTheWire() throws IOException {
    var listener =
        KryoListener.listen(new InetSocketAddress(HOST, 0), 4, TestKeys.door(), System::nanoTime);
    opened.add(listener);
    var relay = relay(listener.port(), preset("lan"));
    Link device =
        KryoLink.connect(
            new InetSocketAddress(HOST, relay.port()), TestKeys.CREDENTIALS, System::nanoTime);
    opened.add(device);
    Await.until("up", SOON, () -> device.state().isUp());
    assertTrue(device.sendReliable(new Message.Hello("device")));
    Link[] edge = new Link[1];
    Await.until("the edge has it", SOON, () -> (edge[0] = listener.accept()) != null);
    var welcome = new Message.Welcome(Samples.SESSION, Samples.manifest());
    assertTrue(edge[0].sendReliable(welcome));
    assertEquals(welcome, next(device));
    Await.until("datagrams pass", SOON, () -> device.state().datagramsPass());
    Await.until("the edge knows", SOON, () -> edge[0].state().datagramsPass());
    var receipt = new Message.Receipt(Samples.SESSION, 2, 1, 5, 0);
    long least = Long.MAX_VALUE; // a probe's echo may pass at the same time
    for (int i = 0; i < 5; i++) {
      long before = relay.figures().downBytes();
      assertTrue(edge[0].sendDatagram(receipt));
      assertEquals(receipt, next(device));
      least = Math.min(least, relay.figures().downBytes() - before);
    }
    assertEquals(EmulatedLink.datagramBytes(receipt) - Headers.UDP_BYTES, least);
  }

  private static Message next(Link link) {
    List<Message> got = new ArrayList<>();
    Await.until(
        "a message arrives", SOON, () -> link.drain((message, at) -> got.add(message), 1) > 0);
    return got.getFirst();
  }

  @Test
  void aStreamArrivesWholeAndInItsOrderAndNoFasterThanTheNetwork() throws Exception {
    byte[] sent = new byte[1_000_000];
    new Random(1).nextBytes(sent);
    try (var server = new ServerSocket(0, 1, HOST)) {
      var row = new NetworkTrace.Row(0, 2_500_000, 2_500_000, 20_000_000, 0.01);
      var relay = relay(server.getLocalPort(), new NetworkTrace("20 Mbit/s", List.of(row)));
      try (var device = new Socket(HOST, relay.port());
          var edge = server.accept()) {
        edge.setSoTimeout((int) SOON.toMillis());
        device.setSoTimeout((int) SOON.toMillis());
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    edge.getOutputStream().write(sent);
                    edge.shutdownOutput();
                  } catch (IOException gone) {
                    throw new java.io.UncheckedIOException(gone);
                  }
                });
        long before = System.nanoTime();
        byte[] received = device.getInputStream().readAllBytes();
        assertTrue(Arrays.equals(sent, received), received.length + " bytes");
        assertTrue(System.nanoTime() - before > 380_000_000L, "1 MB at 2.5 MB/s take 0.4 s");
        device.getOutputStream().write(5);
        assertEquals(5, edge.getInputStream().read(), "the other way stays open");
        device.shutdownOutput();
        assertEquals(-1, edge.getInputStream().read());
        Await.until("it is over", SOON, () -> relay.figures().devices() == 0);
      }
    }
  }

  @Test
  void anEdgeThatIsNotThereEndsTheConnectionAndATakenPortIsToldAtOnce() throws Exception {
    int nobody;
    try (var server = new ServerSocket(0, 1, HOST)) {
      nobody = server.getLocalPort();
    }
    var relay = relay(nobody, preset("lan"));
    try (var device = new Socket(HOST, relay.port())) {
      device.setSoTimeout((int) SOON.toMillis());
      assertTrue(ends(device));
      Await.until("it is counted", SOON, () -> relay.figures().refused() == 1);
    }
    var same = new InetSocketAddress(HOST, relay.port());
    assertThrows(
        IOException.class,
        () -> Relay.start(same, same, preset("lan"), 1, System::nanoTime).close());
    assertTrue(relay.isRunning());
    relay.close();
    Relay.start(same, same, preset("lan"), 1, System::nanoTime).close();
  }

  /** The system lets nobody send to everybody unasked: each device's own socket fails. */
  @Test
  void whatFailsForOneDeviceDoesNotEndTheRelay() throws Exception {
    var everybody = new InetSocketAddress("255.255.255.255", 9);
    var relay =
        Relay.start(new InetSocketAddress(HOST, 0), everybody, preset("lan"), 1, System::nanoTime);
    opened.add(relay);
    for (int i = 1; i <= 3; i++) {
      int seen = i;
      try (var device = new DatagramSocket(0, HOST);
          var stream = new Socket(HOST, relay.port())) {
        device.send(new DatagramPacket(new byte[8], 8, HOST, relay.port()));
        Await.until("it is dropped", SOON, () -> relay.figures().dropped() == seen);
        stream.setSoTimeout((int) SOON.toMillis());
        assertTrue(ends(stream));
        Await.until("it is counted", SOON, () -> relay.figures().refused() == seen);
      }
    }
    assertTrue(relay.isRunning());
  }

  private static boolean ends(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }
}
