package org.saccade.offload.link;

import com.esotericsoftware.kryonet.Connection;
import com.esotericsoftware.kryonet.FrameworkMessage;
import com.esotericsoftware.kryonet.Listener;
import com.esotericsoftware.kryonet.PeerConnection;
import com.esotericsoftware.kryonet.Server;
import com.esotericsoftware.kryonet.Sockets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for devices on TCP and UDP of one port. The link thread owns the sockets and the table of
 * connections, and reaps: connections over the cap, those that say nothing at first, those that
 * fall silent. A device is offered to {@link #accept} with its first message, never before.
 */
public final class KryoListener implements LinkListener {
  /** A connection that says nothing this long after it came is closed. */
  static final long GREETING_NANOS = 3_000_000_000L;

  /** A connection silent for this long is closed. */
  static final long SILENCE_NANOS = 10_000_000_000L;

  private static final Logger LOG = LoggerFactory.getLogger(KryoListener.class);
  private static final long KEEP_ALIVE_NANOS = 2_000_000_000L;
  private static final int WRITE_BYTES = 1 << 20;
  private static final int UPDATE_MILLIS = 20;
  private static final int CLOSE_SECONDS = 5;

  private final int maxConnections;
  private final LongSupplier clock;
  private final Server server;
  private final Thread thread;
  private final int port;
  private final List<Peer> peers = new ArrayList<>(); // link thread
  private final Queue<Link> arrivals;
  private volatile boolean isClosed;

  private KryoListener(InetSocketAddress bind, int maxConnections, LongSupplier clock)
      throws IOException {
    this.maxConnections = maxConnections;
    this.clock = clock;
    this.port = bind.getPort();
    this.arrivals = new ArrayBlockingQueue<>(maxConnections);
    KryoLogging.install();
    server = new Doors(new MessageSerialization(this::expectDatagramAddress));
    Sockets.ignoreDiscovery(server);
    server.addListener(new Ears());
    try {
      server.bind(bind, bind);
    } catch (IOException e) {
      server.dispose();
      throw e;
    }
    thread = Thread.ofPlatform().daemon().name("saccade-edge-link").start(this::run);
  }

  /**
   * Listens at {@code bind}; port 0 lets the system choose one that is free for TCP and UDP.
   *
   * @throws IOException when the port is in use or may not be had; the message names it
   */
  public static KryoListener listen(InetSocketAddress bind, int maxConnections, LongSupplier clock)
      throws IOException {
    if (bind.getPort() == 0) {
      return Ports.withFreePort(
          bind.getAddress(), address -> new KryoListener(address, maxConnections, clock));
    }
    try {
      return new KryoListener(bind, maxConnections, clock);
    } catch (IOException e) {
      throw new IOException(
          "cannot listen at %s: %s; choose another port or stop who holds it"
              .formatted(bind, e.getMessage()),
          e);
    }
  }

  @Override
  public @Nullable Link accept() {
    return arrivals.poll();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void close() {
    isClosed = true;
    try {
      if (!thread.join(java.time.Duration.ofSeconds(CLOSE_SECONDS))) {
        LOG.warn("the link thread of port {} did not end within {} s", port, CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!isClosed) {
      try {
        server.update(UPDATE_MILLIS);
        reap(clock.getAsLong());
      } catch (IOException | RuntimeException e) {
        // One peer's trouble must not end the others.
        LOG.warn("serving port {}: {}", port, e.toString(), e);
      }
    }
    List.copyOf(peers).forEach(Peer::end);
    try {
      server.dispose();
    } catch (IOException | RuntimeException e) {
      LOG.debug("closing port {}", port, e);
    }
  }

  private void reap(long now) {
    for (int i = peers.size() - 1; i >= 0; i--) {
      Peer peer = peers.get(i);
      String why = peer.whyEnd(now);
      if (why != null) {
        LOG.debug("ending a connection of port {}: {}", port, why);
        peer.link.setDown(why);
        peer.end();
      } else {
        peer.keepAlive(now);
      }
    }
  }

  private void expectDatagramAddress(int connectionId) {
    for (Peer peer : peers) {
      if (peer.getID() == connectionId) {
        peer.expectDatagramAddress();
      }
    }
  }

  /** Makes our peers instead of KryoNet's connections. */
  private final class Doors extends Server {
    Doors(MessageSerialization serialization) {
      super(WRITE_BYTES, KryoLink.OBJECT_BYTES, serialization);
    }

    @Override
    protected Connection newConnection() {
      Peer peer = new Peer(peers.size() < maxConnections);
      peers.add(peer);
      return peer;
    }
  }

  /** One device; link thread, but for its link. */
  private final class Peer extends PeerConnection {
    final KryoPeerLink link = new KryoPeerLink(this, clock);
    private final long arrivedNanos = clock.getAsLong();
    private long heardNanos = arrivedNanos;
    private long keptAliveNanos = arrivedNanos;
    private boolean hasGreeted;
    private boolean isWide;

    Peer(boolean isWanted) {
      super(isWanted);
    }

    @Nullable String whyEnd(long now) {
      if (!isWanted()) {
        return "%d connections are all there may be".formatted(maxConnections);
      }
      if (isCloseAsked()) {
        return "closed by this end";
      }
      if (!hasGreeted && now - arrivedNanos > GREETING_NANOS) {
        return "it never greeted";
      }
      return now - heardNanos > SILENCE_NANOS ? "it fell silent" : null;
    }

    void keepAlive(long now) {
      if (now - keptAliveNanos > KEEP_ALIVE_NANOS) {
        keptAliveNanos = now;
        sendTCP(FrameworkMessage.keepAlive);
      }
      restoreDatagramAddress();
    }

    void end() {
      peers.remove(this);
      link.setDown("the device closed the connection");
      close();
    }

    void hear(Object object) throws IOException {
      heardNanos = clock.getAsLong();
      if (!isWide && hasDatagramAddress()) {
        isWide = true;
        Sockets.widenDatagramBuffers(this, KryoLink.DATAGRAM_BUFFER_BYTES);
      }
      switch (object) {
        case Heard.Arrival arrival -> greetThenHear(arrival);
        case Heard.Foreign foreign -> refuse(foreign);
        case Heard.Garbage garbage -> LOG.debug("dropped a datagram: {}", garbage.words());
        default -> {}
      }
    }

    private void greetThenHear(Heard.Arrival arrival) {
      if (!hasGreeted && arrival.message() instanceof Message.Hello && arrivals.offer(link)) {
        hasGreeted = true;
      }
      if (hasGreeted) {
        link.hear(arrival);
      }
    }

    private void refuse(Heard.Foreign foreign) {
      String words =
          "the device speaks version %d, this edge %d; update the older"
              .formatted(foreign.version(), Version.CURRENT);
      link.sendReliable(new Message.Refused(Reason.VERSION, Version.CURRENT, words));
      link.close();
    }
  }

  /** Only enqueues; an exception here would end the link thread. */
  private static final class Ears extends Listener {
    @Override
    public void received(Connection from, Object object) {
      try {
        ((Peer) from).hear(object);
      } catch (IOException | RuntimeException e) {
        LOG.warn("a message from {}: {}", from, e.toString(), e);
      }
    }

    @Override
    public void disconnected(Connection from) {
      ((Peer) from).end();
    }
  }
}
