package org.saccade.offload.netem.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.saccade.offload.netem.model.Direction;
import org.saccade.offload.netem.model.NetworkTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on one port by TCP and UDP and passes everything on to an edge and back, as late, as
 * slowly and with as much loss as an emulated network would. It understands nothing of what it
 * carries. All devices share the network, which began when the relay did. One thread owns it all
 * but the figures, which any may read.
 */
public final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int MOST_CONNECTIONS = 256;
  private static final long SLEEP_FROM_NANOS = 2_000_000L;
  private static final long MOST_MILLIS = 50;
  private static final long SHORT_NANOS = 100_000L;
  private static final long PAUSE_NANOS = 1_000_000L;
  private static final long WARNING_NANOS = 10_000_000_000L;

  private final InetSocketAddress target;
  private final Way up;
  private final Way down;
  private final Selector selector;
  private final ServerSocketChannel listening;
  private final Datagrams datagrams;
  private final List<Connection> connections = new ArrayList<>();
  private final LongAdder refused = new LongAdder();
  private final LongSupplier clock;
  private final Thread thread;
  private long warnedNanos;
  private int troubles; // since the last warning
  private volatile int open;
  private volatile boolean isClosed;

  private Relay(
      InetSocketAddress listen,
      InetSocketAddress target,
      NetworkTrace trace,
      long seed,
      LongSupplier clock)
      throws IOException {
    this.target = target;
    this.clock = clock;
    long start = clock.getAsLong();
    LongSupplier sinceStart = () -> clock.getAsLong() - start;
    up = new Way(trace, Direction.UP, seed, sinceStart);
    down = new Way(trace, Direction.DOWN, seed ^ 0x5DEECE66DL, sinceStart);
    selector = Selector.open();
    listening = ServerSocketChannel.open();
    try {
      listening.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      listening.bind(listen);
      listening.configureBlocking(false);
      listening.register(selector, SelectionKey.OP_ACCEPT);
      var same = new InetSocketAddress(listen.getAddress(), port());
      datagrams = new Datagrams(same, target, selector, up, down, this::warn);
    } catch (IOException | RuntimeException unusable) {
      listening.close();
      selector.close();
      throw unusable;
    }
    thread = Thread.ofPlatform().daemon().name("saccade-relay").unstarted(this::run);
  }

  /**
   * Listens and begins.
   *
   * @param listen port 0: the system chooses
   * @param clock nanoseconds, monotonic
   * @throws IOException when the address cannot be listened on
   */
  public static Relay start(
      InetSocketAddress listen,
      InetSocketAddress target,
      NetworkTrace trace,
      long seed,
      LongSupplier clock)
      throws IOException {
    var relay = new Relay(listen, target, trace, seed, clock);
    relay.thread.start();
    return relay;
  }

  /** The port of both. */
  public int port() {
    return listening.socket().getLocalPort();
  }

  /** Whether it still passes anything on. */
  public boolean isRunning() {
    return thread.isAlive();
  }

  /** What went through so far. */
  public RelayFigures figures() {
    return new RelayFigures(
        open,
        down.bytes(),
        up.bytes(),
        up.lost() + down.lost(),
        up.dropped() + down.dropped(),
        refused.sum());
  }

  /** Ends all connections and waits for the thread. */
  @Override
  public void close() {
    isClosed = true;
    selector.wakeup();
    boolean wasInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (selector;
        listening;
        datagrams) {
      while (!isClosed) {
        rest(Math.min(up.deliver(), down.deliver()));
        for (var key : selector.selectedKeys()) {
          ready(key);
        }
        selector.selectedKeys().clear();
        passOn();
      }
    } catch (IOException broken) {
      LOG.error("the relay ends: {}", broken.toString());
    } finally {
      connections.forEach(Relay::end);
    }
  }

  /** Until something is due or a socket has something; the system's waits end a little late. */
  private void rest(long untilDueNanos) throws IOException {
    if (untilDueNanos > SLEEP_FROM_NANOS) {
      selector.select(Math.min(MOST_MILLIS, untilDueNanos / 1_000_000L));
    } else if (selector.selectNow() == 0) {
      LockSupport.parkNanos(Math.clamp(untilDueNanos, 1_000, SHORT_NANOS));
    }
  }

  /** What goes wrong with one socket ends what it serves alone. */
  private void ready(SelectionKey key) {
    if (!key.isValid()) {
      return;
    }
    if (key.attachment() instanceof Connection connection) {
      guarded(connection, () -> connection.ready(key));
      return;
    }
    try {
      if (key.channel() == listening) {
        accept();
      } else if (key.attachment() instanceof Datagrams.Device device) {
        fromEdge((DatagramChannel) key.channel(), device);
      } else {
        datagrams.fromDevices();
      }
    } catch (IOException | RuntimeException trouble) {
      warn(trouble);
      LockSupport.parkNanos(PAUSE_NANOS); // too many open files, say: it would be ready for ever
    }
  }

  private void fromEdge(DatagramChannel channel, Datagrams.Device device) {
    try {
      datagrams.fromEdge(channel, device);
    } catch (IOException nobodyThere) {
      LOG.debug("no edge hears datagrams: {}", nobodyThere.toString());
    }
  }

  private void warn(Exception trouble) {
    long now = clock.getAsLong();
    troubles++;
    if (warnedNanos == 0 || now - warnedNanos > WARNING_NANOS) {
      LOG.warn(
          "a device is not served: {} ({} such since the last line)", trouble.toString(), troubles);
      warnedNanos = now;
      troubles = 0;
    }
  }

  private void accept() throws IOException {
    var accepted = listening.accept();
    if (accepted == null) {
      return;
    }
    if (connections.size() >= MOST_CONNECTIONS) {
      accepted.close();
      return;
    }
    try {
      connections.add(new Connection(accepted, target, selector, up, down));
    } catch (IOException notTaken) {
      refused.increment();
      accepted.close();
    }
    open = connections.size();
  }

  /** Something that may end a connection. */
  private interface Step {
    void run() throws IOException;
  }

  private void guarded(Connection connection, Step step) {
    try {
      step.run();
    } catch (IOException | RuntimeException gone) {
      if (!connection.isJoined()) {
        refused.increment();
      }
      end(connection);
    }
  }

  private void passOn() {
    for (var connection : connections) {
      if (!connection.isOver()) {
        guarded(connection, connection::passOn);
      }
    }
    if (connections.removeIf(Connection::isOver)) {
      open = connections.size();
    }
  }

  private static void end(Connection connection) {
    try {
      connection.close();
    } catch (IOException ignored) {
      LOG.debug("closing: {}", ignored.toString());
    }
  }
}
