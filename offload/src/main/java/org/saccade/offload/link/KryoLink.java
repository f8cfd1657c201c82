package org.saccade.offload.link;

import com.esotericsoftware.kryonet.Client;
import com.esotericsoftware.kryonet.Connection;
import com.esotericsoftware.kryonet.FrameworkMessage;
import com.esotericsoftware.kryonet.Listener;
import com.esotericsoftware.kryonet.Sockets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.function.LongSupplier;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device's end of a KryoNet connection. Two daemon threads: one connects and ends, the link
 * thread owns the sockets until the link is down. When datagrams do not register within {@link
 * #DATAGRAM_MILLIS}, it connects again by TCP alone.
 */
public final class KryoLink extends KryoEnd {
  static final int DATAGRAM_BUFFER_BYTES = 4 << 20;
  static final int WRITE_BYTES = 256 * 1024;
  static final int OBJECT_BYTES = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(KryoLink.class);
  private static final int DATAGRAM_MILLIS = 1_500;
  private static final int STREAM_MILLIS = 3_000;
  private static final int INBOX_MESSAGES = 8_192;
  private static final long INBOX_BYTES = 32L << 20;
  private static final int UPDATE_MILLIS = 50;
  private static final long PROBE_NANOS = 100_000_000L;
  private static final long PROVEN_PROBE_NANOS = 500_000_000L;

  private final InetSocketAddress edge;
  private volatile Dialler client;
  private volatile boolean isClosed;
  private volatile boolean hasDatagrams;
  private boolean isConnecting = true;
  private long nextProbeNanos;

  private KryoLink(InetSocketAddress edge, LongSupplier clock) {
    super(new Inbox(INBOX_MESSAGES, INBOX_BYTES), clock);
    this.edge = edge;
    KryoLogging.install();
    client = newClient();
  }

  private Dialler newClient() {
    Dialler fresh = new Dialler();
    fresh.addListener(new Ears());
    return fresh;
  }

  /**
   * Starts connecting to TCP and UDP of one port; watch {@link #state()}.
   *
   * @param clock nanoseconds, monotonic
   */
  public static KryoLink connect(InetSocketAddress edge, LongSupplier clock) {
    KryoLink link = new KryoLink(edge, clock);
    Thread.ofPlatform().daemon().name("saccade-link").start(link::update);
    Thread.ofPlatform().daemon().name("saccade-link-connect").start(link::establish);
    return link;
  }

  @Override
  Connection connection() {
    return client;
  }

  @Override
  boolean hasDatagramAddress() {
    return hasDatagrams;
  }

  @Override
  public void close() {
    setDown("closed by this end");
    isClosed = true;
  }

  private void establish() {
    try {
      connectWithDatagrams();
      setUp();
    } catch (IOException | RuntimeException e) {
      fail("cannot reach %s: %s".formatted(edge, e.getMessage()));
    }
    synchronized (this) {
      isConnecting = false;
    }
    if (!client.isConnected()) {
      fail("the edge at %s closed the connection at once".formatted(edge));
    }
  }

  private void connectWithDatagrams() throws IOException {
    int port = edge.getPort();
    if (edge.getAddress() == null) {
      throw new IOException("unknown host");
    }
    try {
      client.connect(DATAGRAM_MILLIS, edge.getAddress(), port, port);
      Sockets.widenDatagramBuffers(client, DATAGRAM_BUFFER_BYTES);
      hasDatagrams = true;
    } catch (SocketTimeoutException | PortUnreachableException e) {
      if (isClosed) {
        throw e;
      }
      LOG.info("datagrams do not reach {}; going on by stream alone", edge);
      // A client that once tried datagrams waits for them for ever: take a fresh one.
      Dialler tried = client;
      client = newClient();
      tried.dispose();
      client.connect(STREAM_MILLIS, edge.getAddress(), port);
    }
    client.setTimeout((int) (KryoListener.SILENCE_NANOS / 1_000_000));
  }

  private void update() {
    while (!isClosed || isStillConnecting()) {
      Dialler current = client;
      try {
        current.update(UPDATE_MILLIS);
        probe();
      } catch (PortUnreachableException e) {
        LOG.debug("{} takes no datagrams", edge); // its stream may be well
      } catch (IOException | RuntimeException e) {
        ended(current, String.valueOf(e.getMessage()));
        current.close();
      }
    }
    try {
      client.dispose();
    } catch (IOException | RuntimeException e) {
      LOG.debug("closing the link to {}", edge, e);
    }
  }

  /** The stream is over, and not because this end gave it up; link thread. */
  private void ended(Dialler which, String why) {
    if (!which.isGivenUp) {
      var when = isStillConnecting() ? " ended while connecting: " : " ended: ";
      fail("the connection to " + edge + when + why);
    }
  }

  private synchronized boolean isStillConnecting() {
    return isConnecting;
  }

  private void probe() {
    long now = clock.getAsLong();
    if (session() != 0 && hasDatagrams && now - nextProbeNanos >= 0) {
      nextProbeNanos = now + (datagramsPass() ? PROVEN_PROBE_NANOS : PROBE_NANOS);
      var probe = new Message.Probe(session(), now);
      sendUnproven(probe, Codec.encodedBytes(probe));
    }
  }

  /**
   * KryoNet's client, which also closes itself: when connecting failed, and when another takes its
   * place. Such an end is no news of the edge.
   */
  private static final class Dialler extends Client {
    private volatile boolean isGivenUp;

    Dialler() {
      super(WRITE_BYTES, OBJECT_BYTES, new MessageSerialization(id -> {}));
    }

    @Override
    public void close() {
      // Connecting begins with a close too, but before there is a stream.
      if (Thread.currentThread() != getUpdateThread() && Sockets.hasStream(this)) {
        isGivenUp = true;
      }
      super.close();
    }
  }

  /** Only enqueues; an exception here would end the link thread. */
  private final class Ears extends Listener {
    @Override
    public void received(Connection from, Object object) {
      switch (object) {
        case Heard.Arrival arrival -> hear(arrival);
        case Heard.Garbage garbage -> LOG.debug("dropped a datagram: {}", garbage.words());
        case Heard.Foreign foreign -> fail("the edge speaks version " + foreign.version());
        case FrameworkMessage _ -> {}
        default -> LOG.debug("dropped {}", object.getClass());
      }
    }

    @Override
    public void disconnected(Connection from) {
      ended((Dialler) from, "the edge closed it");
    }
  }
}
