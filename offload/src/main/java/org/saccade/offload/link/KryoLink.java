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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.Version;
import org.saccade.offload.secure.Credentials;
import org.saccade.offload.secure.Handshake;
import org.saccade.offload.secure.HandshakeException;
import org.saccade.offload.secure.Pairing;
import org.saccade.offload.secure.Role;
import org.saccade.render.tile.Bytes;
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
  private final Credentials credentials;
  private volatile Dialler client;
  private volatile boolean isClosed;
  private volatile boolean hasDatagrams;
  private volatile boolean wasReached;
  private final CountDownLatch shaken = new CountDownLatch(1);
  private volatile @Nullable Handshake handshake;
  private boolean isConnecting = true;
  private long nextProbeNanos;

  private KryoLink(InetSocketAddress edge, Credentials credentials, LongSupplier clock) {
    super(new Inbox(INBOX_MESSAGES, INBOX_BYTES), clock);
    this.edge = edge;
    this.credentials = credentials;
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
   * @param credentials who this device is, and which edge it believes
   * @param clock nanoseconds, monotonic
   */
  public static KryoLink connect(
      InetSocketAddress edge, Credentials credentials, LongSupplier clock) {
    KryoLink link = new KryoLink(edge, credentials, clock);
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
    shaken.countDown();
  }

  /** What KryoNet says of a connection nobody takes is the address once more. */
  private static String because(Exception e) {
    String words = String.valueOf(e.getMessage());
    return words.startsWith("Unable to connect to") ? "" : ": " + words;
  }

  private void establish() {
    try {
      connectWithDatagrams();
      wasReached = true;
      shakeHands();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("connecting to %s was interrupted".formatted(Addresses.words(edge)));
    } catch (IOException | HandshakeException | RuntimeException e) {
      fail("cannot reach %s%s".formatted(Addresses.words(edge), because(e)));
    }
    synchronized (this) {
      isConnecting = false;
    }
    if (!client.isConnected()) {
      fail("the edge at %s closed the connection at once".formatted(Addresses.words(edge)));
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

  private void shakeHands() throws HandshakeException, IOException, InterruptedException {
    Handshake begun =
        Handshake.begin(Role.DEVICE, credentials.identity(), Version.CURRENT, credentials.random());
    byte[] first = begun.write(new byte[0]);
    handshake = begun;
    client.sendTCP(new Heard.Shake(Bytes.wrap(first)));
    if (!shaken.await(STREAM_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new IOException("it did not shake hands within %d ms".formatted(STREAM_MILLIS));
    }
  }

  /** Takes the edge's handshake message; shows who we are only to an edge we believe. */
  private void shake(Heard.Shake second) {
    Handshake begun = handshake;
    try {
      byte[] session = begun == null ? new byte[0] : begun.read(second.message().toArray());
      if (begun == null || session.length != Integer.BYTES) {
        fail("the edge at %s shakes hands in another way".formatted(edge));
        return;
      }
      String why = credentials.trust().refusal(begun.peer());
      if (why != null) {
        refuse(new Message.Refused(Reason.NOT_PAIRED, Version.CURRENT, why));
        return;
      }
      client.sendTCP(new Heard.Shake(Bytes.wrap(begun.write(new byte[0]))));
      int number = ByteBuffer.wrap(session).order(ByteOrder.LITTLE_ENDIAN).getInt();
      protect(Seals.of(begun.finish(number, clock.getAsLong()), clock));
      setUp();
      shaken.countDown();
    } catch (HandshakeException | IllegalStateException e) {
      fail("the handshake with %s failed: %s".formatted(edge, e.getMessage()));
    }
  }

  /** Whether somebody is there who takes connections, whatever became of this one. */
  public boolean wasReached() {
    return wasReached;
  }

  /** Begins pairing with the edge over this link, which is up; once. */
  public Pairing pair() {
    return Pairing.begin(
        Role.DEVICE, Objects.requireNonNull(handshake), credentials.random(), clock.getAsLong());
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
      var probe = new Message.Probe(session(), now, datagramsPass());
      sendUnproven(probe, Codec.encodedBytes(probe));
    }
  }

  /**
   * KryoNet's client, which also closes itself: when connecting failed, and when another takes its
   * place. Such an end is no news of the edge.
   */
  private final class Dialler extends Client {
    private volatile boolean isGivenUp;

    Dialler() {
      super(WRITE_BYTES, OBJECT_BYTES, new MessageSerialization(from -> seals(), id -> {}));
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
        case Heard.Shake second -> shake(second);
        case Heard.Unproven no -> {
          wasReached = true;
          refuse(no.refused());
        }
        case Heard.Garbage garbage -> LOG.debug("dropped a datagram: {}", garbage.words());
        case Heard.Foreign foreign -> {
          wasReached = true;
          fail("the edge speaks version " + foreign.version());
        }
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
