package org.saccade.offload.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions and answers over loopback alone. */
final class EdgeFinderTest {
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final List<EdgeBeacon> beacons = new ArrayList<>();

  @AfterEach
  void close() {
    beacons.forEach(EdgeBeacon::close);
  }

  private void edge(int number) throws IOException {
    var self =
        new EdgeBeacon.Self(
            40_000 + number, number, 16, "%032x".formatted(number), "edge " + number, "hall");
    beacons.add(EdgeBeacon.start(HOST, () -> self, System::nanoTime));
  }

  private static String loopback() throws IOException {
    return NetworkInterface.getByInetAddress(HOST).getName();
  }

  /** Until so many have answered often enough, or long after. */
  private static List<FoundEdge> find(int expected) throws IOException {
    List<FoundEdge> found = List.of();
    long began = System.nanoTime();
    while (found.size() < expected && System.nanoTime() - began < PATIENCE_NANOS) {
      found =
          new EdgeFinder(loopback(), System::nanoTime).find(EdgeFinder.USUAL_NANOS, () -> false);
    }
    return found;
  }

  @Test
  void findsEveryEdgeOfTheMachineAndWhatItSays() throws IOException {
    edge(1);
    edge(2);
    edge(3);
    var found = find(3);
    var ports = found.stream().map(FoundEdge::port).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(40_001, 40_002, 40_003), ports);
    for (var edge : found) {
      int number = edge.port() - 40_000;
      assertEquals("edge " + number, edge.name());
      assertEquals("hall", edge.scene());
      assertEquals(number, edge.sessions());
      assertEquals("%032x".formatted(number), edge.key());
      assertTrue(edge.address().isLoopbackAddress());
      assertTrue(edge.roundTripNanos() > 0);
    }
  }

  @Test
  void findsNobodyWhereNobodyIsAndEndsWhenStopped() throws IOException {
    assertEquals(List.of(), find(0));
    var finder = new EdgeFinder("no such interface", System::nanoTime);
    assertEquals(List.of(), finder.find(PATIENCE_NANOS, () -> false));
    assertEquals(List.of(), finder.find(Long.MAX_VALUE / 2, () -> true));
  }

  /** For each datagram it takes there is another: its clock sends one whenever it is asked. */
  @Test
  void aNeighbourThatNeverStopsTalkingDoesNotHoldItUp() throws IOException {
    var network = NetworkInterface.getByInetAddress(HOST);
    try (var flooder = new MulticastSocket(null)) {
      flooder.setReuseAddress(true);
      flooder.bind(new InetSocketAddress(Ways.PORT));
      flooder.joinGroup(Ways.group(), network);
      flooder.setSoTimeout(1);
      var asker = new AtomicReference<SocketAddress>();
      var now = new AtomicLong();
      var finder =
          new EdgeFinder(
              network.getName(),
              () -> {
                flood(flooder, asker);
                return now.addAndGet(1_000_000);
              });
      var found =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20), () -> finder.find(PATIENCE_NANOS, () -> false));
      assertEquals(List.of(), found);
      assertTrue(asker.get() != null, "it was heard asking");
    }
  }

  private static void flood(DatagramSocket flooder, AtomicReference<SocketAddress> asker) {
    try {
      if (asker.get() == null) {
        var question = new DatagramPacket(new byte[2_000], 2_000);
        flooder.receive(question);
        asker.set(question.getSocketAddress());
      }
      flooder.send(new DatagramPacket(new byte[9], 9, asker.get()));
    } catch (SocketTimeoutException notYet) {
      // it has not asked
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void answersNoLongerThanTheQuestionAndNotWithoutEnd() throws IOException {
    edge(1);
    var to = new InetSocketAddress(HOST, Ways.PORT);
    byte[] question = new byte[Call.BYTES];
    new Call(7).encode().get(question);
    int answers = 0;
    try (var socket = new DatagramSocket(new InetSocketAddress(HOST, 0))) {
      for (int i = 0; i < 5 * AnswerLimit.TO_ONE; i++) {
        socket.send(new DatagramPacket(question, question.length, to));
      }
      socket.send(new DatagramPacket(question, question.length - 1, to));
      socket.setSoTimeout(300);
      var answer = new DatagramPacket(new byte[2_000], 2_000);
      try {
        while (true) {
          socket.receive(answer);
          answers++;
          assertTrue(answer.getLength() <= question.length);
        }
      } catch (SocketTimeoutException nothingMore) {
        assertTrue(answers >= 1, "no answer at all");
      }
    }
    assertTrue(answers < 3 * AnswerLimit.TO_ONE, answers + " answers");
  }

  @Test
  void theLimitHoldsForOneAddressAndForAll() throws IOException {
    var limit = new AnswerLimit();
    var one = InetAddress.getByName("10.0.0.1");
    int given = 0;
    for (int i = 0; i < 100; i++) {
      given += limit.take(one, 0) ? 1 : 0;
    }
    assertEquals(AnswerLimit.TO_ONE, given);
    for (int i = 2; i < 200; i++) {
      given += limit.take(InetAddress.getByName("10.0.0." + i), 0) ? 1 : 0;
    }
    assertEquals(AnswerLimit.IN_ALL, given);
    assertFalse(limit.take(one, 1));
    assertTrue(limit.take(one, 1_000_000_000L));
  }
}
