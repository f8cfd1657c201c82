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
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers devices of the same network that ask which edges are there. Its thread owns two sockets:
 * one that all edges of a machine share hears questions to the group, the other sends the answers
 * and hears questions to this edge alone. Only who is in a network of this machine gets an answer,
 * none longer than its question, and not often.
 */
public final class EdgeBeacon implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EdgeBeacon.class);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);
  private static final int AT_ONCE = 64;

  private final DatagramChannel shared;
  private final DatagramChannel own;
  private final Selector selector;
  private final List<Ways.Way> ways;
  private final Supplier<Self> self;
  private final LongSupplier clock;
  private final AnswerLimit limit = new AnswerLimit();
  private final ByteBuffer question = ByteBuffer.allocate(Call.BYTES + 1);
  private final Thread thread;

  /**
   * What the edge says of itself; asked for each answer, on the beacon's thread.
   *
   * @param port of TCP and UDP
   * @param sessions devices served now
   * @param mostSessions devices it would serve
   * @param key its key's fingerprint, 32 hexadecimal digits
   * @param name for people
   * @param scene what it serves; empty while it is loading
   */
  public record Self(
      int port, int sessions, int mostSessions, String key, String name, String scene) {}

  private EdgeBeacon(
      DatagramChannel shared,
      DatagramChannel own,
      Selector selector,
      List<Ways.Way> ways,
      Supplier<Self> self,
      LongSupplier clock) {
    this.shared = shared;
    this.own = own;
    this.selector = selector;
    this.ways = ways;
    this.self = self;
    this.clock = clock;
    thread = Thread.ofPlatform().daemon().name("saccade-edge-beacon").start(this::run);
  }

  /**
   * Begins to answer in the networks of {@code bind}, in all of this machine's when it is the
   * wildcard address.
   *
   * @throws IOException when the port is held by another program, or no network can ask
   */
  public static EdgeBeacon start(InetAddress bind, Supplier<Self> self, LongSupplier clock)
      throws IOException {
    List<Ways.Way> ways = Ways.of(bind);
    Selector selector = Selector.open();
    DatagramChannel shared = DatagramChannel.open(StandardProtocolFamily.INET);
    DatagramChannel own = DatagramChannel.open(StandardProtocolFamily.INET);
    try {
      shared.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      shared.bind(new InetSocketAddress(Ways.PORT));
      join(shared, ways);
      own.bind(new InetSocketAddress(bind, 0));
      for (DatagramChannel each : List.of(shared, own)) {
        each.configureBlocking(false);
        each.register(selector, SelectionKey.OP_READ);
      }
      return new EdgeBeacon(shared, own, selector, ways, self, clock);
    } catch (IOException | RuntimeException unusable) {
      close(shared, own, selector);
      throw new IOException(
          "devices cannot find this edge by themselves (UDP port %d: %s); they reach it by its address"
              .formatted(Ways.PORT, unusable.getMessage()),
          unusable);
    }
  }

  private static void join(DatagramChannel channel, List<Ways.Way> ways) throws IOException {
    IOException last = new IOException("no IPv4 network");
    boolean isAnywhere = false;
    for (Ways.Way way : ways) {
      try {
        channel.join(Ways.group().getAddress(), way.at());
        isAnywhere = true;
      } catch (IOException refused) {
        last = refused;
      }
    }
    if (!isAnywhere) {
      throw last;
    }
  }

  private void run() {
    while (selector.isOpen()) {
      try {
        selector.select();
        if (!selector.isOpen()) {
          return;
        }
        selector.selectedKeys().clear();
        hear(shared);
        hear(own);
      } catch (IOException | RuntimeException e) {
        LOG.debug("answering who looks for edges: {}", e.toString());
      }
    }
  }

  private void hear(DatagramChannel channel) throws IOException {
    for (int i = 0; i < AT_ONCE; i++) {
      if (!(channel.receive(question.clear()) instanceof InetSocketAddress from)) {
        return;
      }
      var call = Call.decode(question.flip());
      boolean isNeighbour = ways.stream().anyMatch(way -> way.holds(from.getAddress()));
      if (call.isPresent() && isNeighbour && limit.take(from.getAddress(), clock.getAsLong())) {
        answer(call.get(), from);
      }
    }
  }

  private void answer(Call call, InetSocketAddress to) throws IOException {
    Self now = self.get();
    var beacon =
        new Beacon(
            call.number(),
            now.port(),
            now.sessions(),
            now.mostSessions(),
            now.key(),
            now.name(),
            now.scene());
    own.send(beacon.encode(), to);
  }

  /** Stops answering; idempotent. */
  @Override
  public void close() {
    close(shared, own, selector);
    try {
      thread.join(LONGEST_CLOSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable... all) {
    for (AutoCloseable each : all) {
      try {
        each.close();
      } catch (Exception e) {
        LOG.debug("closing {}", each, e);
      }
    }
  }
}
