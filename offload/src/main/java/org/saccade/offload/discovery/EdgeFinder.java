package org.saccade.offload.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks this machine's networks which edges are there, and each that answers a few times more for
 * the round trip. Blocks for as long as it was given; one thread at a time.
 */
public final class EdgeFinder {
  /** Long enough for a Wi-Fi's slow multicast and the questions after it. */
  public static final long USUAL_NANOS = 800_000_000L;

  private static final int QUESTIONS_TO_ONE = 4;
  private static final int MOST_EDGES = 64;
  private static final int MOST_QUESTIONS = 1_024;
  private static final int AT_ONCE = 64;
  private static final long LOOK_MILLIS = 20;
  private static final long AGAIN_NANOS = 250_000_000L;

  private final @Nullable String networkInterface;
  private final LongSupplier clock;
  private final SecureRandom random = new SecureRandom();
  private final ByteBuffer buffer = ByteBuffer.allocate(Call.BYTES + 1);

  /**
   * A finder that asks when told to.
   *
   * @param networkInterface the one to ask in, by name; null asks in all
   */
  public EdgeFinder(@Nullable String networkInterface, LongSupplier clock) {
    this.networkInterface = networkInterface;
    this.clock = clock;
  }

  /** A question that left; {@code to} is null when it went to all. */
  private record Asked(long sentNanos, @Nullable InetSocketAddress to) {}

  /** One socket a network, and what was asked and heard through it. */
  private final class Ear implements AutoCloseable {
    final Ways.Way way;
    final DatagramChannel channel;
    final Map<Long, Asked> asked = new LinkedHashMap<>();
    final Map<InetSocketAddress, FoundEdge> found = new LinkedHashMap<>();
    final Map<InetSocketAddress, Integer> questions = new LinkedHashMap<>();

    Ear(Ways.Way way, Selector selector) throws IOException {
      this.way = way;
      channel = DatagramChannel.open(StandardProtocolFamily.INET);
      try {
        channel.bind(new InetSocketAddress(way.own(), 0));
        channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, way.at());
        channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, 1);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
      } catch (IOException | RuntimeException unusable) {
        channel.close();
        throw unusable;
      }
    }

    void ask(@Nullable InetSocketAddress to) throws IOException {
      if (asked.size() >= MOST_QUESTIONS) {
        return;
      }
      long number = random.nextLong();
      asked.put(number, new Asked(clock.getAsLong(), to));
      channel.send(new Call(number).encode(), to == null ? Ways.group() : to);
    }

    /** Takes what has come, but not for ever: a neighbour may send faster than we listen. */
    void hear() throws IOException {
      for (int i = 0; i < AT_ONCE; i++) {
        if (!(channel.receive(buffer.clear()) instanceof InetSocketAddress from)) {
          return;
        }
        long now = clock.getAsLong();
        var beacon = Beacon.decode(buffer.flip());
        if (beacon.isPresent() && way.holds(from.getAddress())) {
          take(beacon.get(), from, now);
        }
      }
    }

    private void take(Beacon beacon, InetSocketAddress from, long now) throws IOException {
      Asked question = asked.get(beacon.number());
      boolean isOurs = question != null && (question.to() == null || question.to().equals(from));
      if (question == null || !isOurs || (found.size() >= MOST_EDGES && !found.containsKey(from))) {
        return;
      }
      long roundTrip = Math.max(1, now - question.sentNanos());
      FoundEdge before = found.get(from);
      found.put(
          from,
          new FoundEdge(
              from.getAddress(),
              beacon.port(),
              beacon.name(),
              beacon.scene(),
              beacon.sessions(),
              beacon.mostSessions(),
              beacon.key(),
              before == null ? roundTrip : Math.min(roundTrip, before.roundTripNanos())));
      if (questions.merge(from, 1, Integer::sum) < QUESTIONS_TO_ONE) {
        ask(from);
      }
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        // nothing is lost
      }
    }
  }

  /** Those that answered, nearest first; empty when none did or there is no network to ask in. */
  public List<FoundEdge> find(long patienceNanos, BooleanSupplier isStopped) throws IOException {
    List<Ear> ears = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      open(ears, selector);
      long began = clock.getAsLong();
      long askNanos = began;
      while (!ears.isEmpty()
          && clock.getAsLong() - began < patienceNanos
          && !isStopped.getAsBoolean()) {
        if (clock.getAsLong() - askNanos >= 0) {
          askNanos += AGAIN_NANOS;
          askAll(ears);
        }
        selector.select(LOOK_MILLIS);
        selector.selectedKeys().clear();
        hearAll(ears);
      }
      return ears.stream()
          .flatMap(ear -> ear.found.values().stream())
          .sorted(java.util.Comparator.comparingLong(FoundEdge::roundTripNanos))
          .toList();
    } finally {
      ears.forEach(Ear::close);
    }
  }

  /** A network that cannot be asked in keeps none of the others from it. */
  private void open(List<Ear> ears, Selector selector) throws IOException {
    IOException last = null;
    for (Ways.Way way : Ways.of(networkInterface)) {
      try {
        ears.add(new Ear(way, selector));
      } catch (IOException unusable) {
        last = unusable;
      }
    }
    if (ears.isEmpty() && last != null) {
      throw last;
    }
  }

  private static void hearAll(List<Ear> ears) {
    for (Ear ear : ears) {
      try {
        ear.hear();
      } catch (IOException unreachable) {
        // what one network has to say is lost until the next look
      }
    }
  }

  private static void askAll(List<Ear> ears) {
    for (Ear ear : ears) {
      try {
        ear.ask(null);
      } catch (IOException unreachable) {
        // a network without multicast: others may have it
      }
    }
  }

  /** The address a found edge is dialled at. */
  public static InetSocketAddress address(FoundEdge edge) {
    InetAddress at = edge.address();
    return new InetSocketAddress(at, edge.port());
  }
}
