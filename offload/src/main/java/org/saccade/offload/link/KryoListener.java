package org.saccade.offload.link;

import com.esotericsoftware.kryonet.Connection;
import com.esotericsoftware.kryonet.Listener;
import com.esotericsoftware.kryonet.PeerConnection;
import com.esotericsoftware.kryonet.Server;
import com.esotericsoftware.kryonet.Sockets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.secure.PeerKey;
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

  /**
   * Connections that have not proved a trusted key: with 12 KiB of buffers each, at most {@link
   * #GREETING_NANOS} long: 384 KiB in all. When there are more, the oldest goes: who opens
   * connections and says nothing keeps nobody out.
   */
  static final int MAX_STRANGERS = 32;

  /** Handshakes begun a second, after a burst of as many as there may be strangers: 1.6 ms each. */
  static final int SHAKES_A_SECOND = 100;

  /**
   * Connections one key may have: whoever pairs a device lends it so many places, not all. The
   * edge's own key is its owner's and has no such limit.
   */
  static final int MOST_OF_A_KEY = 4;

  private static final int UPDATE_MILLIS = 20;
  private static final long WARNING_NANOS = 10_000_000_000L;
  private static final int CLOSE_SECONDS = 5;

  private final int maxConnections;
  private final EdgeDoor door;
  private final LongSupplier clock;
  private final Server server;
  private final Thread thread;
  private final int port;
  private final List<Peer> peers = new ArrayList<>(); // link thread
  private final Queue<Link> arrivals;
  private volatile boolean isClosed;
  private volatile Runnable wake = () -> {};
  private int session; // link thread
  private double shakes = MAX_STRANGERS;
  private long shakenNanos;
  private long warnedNanos;
  private int warnings;

  private KryoListener(
      InetSocketAddress bind, int maxConnections, EdgeDoor door, LongSupplier clock)
      throws IOException {
    this.maxConnections = maxConnections;
    this.door = door;
    this.session = door.credentials().random().nextInt();
    this.shakenNanos = clock.getAsLong();
    this.clock = clock;
    this.port = bind.getPort();
    this.arrivals = new ArrayBlockingQueue<>(maxConnections);
    KryoLogging.install();
    server =
        new Doors(
            new MessageSerialization(
                connection -> connection instanceof Peer peer ? peer.link.seals() : null,
                this::expectDatagramAddress));
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
   * @param maxConnections devices that proved themselves
   * @throws IOException when the port is in use or may not be had; the message names it
   */
  public static KryoListener listen(
      InetSocketAddress bind, int maxConnections, EdgeDoor door, LongSupplier clock)
      throws IOException {
    if (bind.getPort() == 0) {
      return Ports.withFreePort(
          bind.getAddress(), address -> new KryoListener(address, maxConnections, door, clock));
    }
    try {
      return new KryoListener(bind, maxConnections, door, clock);
    } catch (IOException e) {
      boolean isOurs = NetworkInterface.getByInetAddress(bind.getAddress()) != null;
      throw new IOException(
          "cannot listen at %s: %s; %s"
              .formatted(
                  Addresses.words(bind),
                  e.getMessage(),
                  isOurs || bind.getAddress().isAnyLocalAddress()
                      ? "choose another port or stop who holds it"
                      : "this machine has no such address: 0.0.0.0 listens at all it has"),
          e);
    }
  }

  @Override
  public @Nullable Link accept() {
    return arrivals.poll();
  }

  @Override
  public void onNews(Runnable wakeOwner) {
    wake = wakeOwner;
  }

  /** A device's words wait to be taken. */
  void news() {
    wake.run();
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
      // One peer's trouble must neither end the others nor keep it from being ended itself.
      try {
        server.update(UPDATE_MILLIS);
      } catch (IOException | RuntimeException e) {
        warn(e);
      }
      try {
        reap(clock.getAsLong());
      } catch (RuntimeException e) {
        warn(e);
      }
    }
    List.copyOf(peers).forEach(Peer::end);
    try {
      server.dispose();
    } catch (IOException | RuntimeException e) {
      LOG.debug("closing port {}", port, e);
    }
  }

  private void warn(Exception trouble) {
    long now = clock.getAsLong();
    if (warnings == 0 || now - warnedNanos > WARNING_NANOS) {
      LOG.warn("serving port {}: {} ({} more since)", port, trouble.toString(), warnings, trouble);
      warnedNanos = now;
      warnings = 0;
    }
    warnings++;
  }

  LongSupplier clock() {
    return clock;
  }

  EdgeDoor door() {
    return door;
  }

  void forget(Peer peer) {
    peers.remove(peer);
  }

  boolean offer(Link link) {
    return arrivals.offer(link);
  }

  /** Unique among the sessions of this listener. */
  int nextSession() {
    return ++session;
  }

  boolean isFull() {
    return peers.stream().filter(Peer::isTrusted).count() >= maxConnections;
  }

  /** Whether {@code key} has as many connections as it may. */
  boolean hasEnough(PeerKey key) {
    return !key.equals(door.credentials().identity().publicKey())
        && peers.stream().filter(peer -> peer.isTrustedAs(key)).count() >= MOST_OF_A_KEY;
  }

  /** Whether there is time for one more handshake. */
  boolean mayShake() {
    long now = clock.getAsLong();
    shakes = Math.min(MAX_STRANGERS, shakes + (now - shakenNanos) * 1e-9 * SHAKES_A_SECOND);
    shakenNanos = now;
    if (shakes < 1) {
      return false;
    }
    shakes--;
    return true;
  }

  private int strangers() {
    int count = 0;
    for (Peer peer : peers) {
      count += peer.isStranger() ? 1 : 0;
    }
    return count;
  }

  private void endOldestStranger() {
    for (Peer peer : peers) { // the oldest come first
      if (peer.isStranger()) {
        peer.end();
        return;
      }
    }
  }

  private void reap(long now) {
    door.desk().tick(now);
    for (int tooMany = strangers() - MAX_STRANGERS; tooMany > 0; tooMany--) {
      endOldestStranger();
    }
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
      super(PeerConnection.STRANGER_BYTES, KryoLink.OBJECT_BYTES, serialization);
    }

    @Override
    protected Connection newConnection() {
      Peer peer = new Peer(KryoListener.this, peers.size() < maxConnections + 2 * MAX_STRANGERS);
      peers.add(peer);
      return peer;
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
