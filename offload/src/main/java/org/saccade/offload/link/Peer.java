package org.saccade.offload.link;

import com.esotericsoftware.kryonet.FrameworkMessage;
import com.esotericsoftware.kryonet.PeerConnection;
import com.esotericsoftware.kryonet.Sockets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.Version;
import org.saccade.offload.secure.Credentials;
import org.saccade.offload.secure.Handshake;
import org.saccade.offload.secure.HandshakeException;
import org.saccade.offload.secure.PeerKey;
import org.saccade.offload.secure.Role;
import org.saccade.offload.secure.SealedSession;
import org.saccade.render.tile.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One device at a listener: first its handshake, then whether it is trusted, then its hello, and
 * from then on its link. Link thread, but for the link.
 */
final class Peer extends PeerConnection {
  private static final Logger LOG = LoggerFactory.getLogger(Peer.class);
  private static final long KEEP_ALIVE_NANOS = 2_000_000_000L;
  private static final int WRITE_BYTES = 1 << 20;
  private static final int MOST_OF_A_STRANGER = 64;
  private static final int MOST_AT_ONCE = 10_000;

  final KryoPeerLink link;
  private final KryoListener listener;
  private final long arrivedNanos;
  private long heardNanos;
  private long keptAliveNanos;
  private @Nullable Handshake handshake;
  private int number;
  private @Nullable String stranger; // why it is not trusted
  private @Nullable PeerKey trusted; // the key it proved
  private boolean hasGreeted;
  private boolean isWide;
  private int heardLately; // since others were looked after; all its life while it is a stranger

  Peer(KryoListener listener, boolean isWanted) {
    super(isWanted);
    this.listener = listener;
    link = new KryoPeerLink(this, listener.clock());
    arrivedNanos = listener.clock().getAsLong();
    heardNanos = arrivedNanos;
    keptAliveNanos = arrivedNanos;
  }

  /** Whether it proved a key that is trusted here. */
  boolean isTrusted() {
    return trusted != null;
  }

  boolean isTrustedAs(PeerKey key) {
    return trusted != null && trusted.equals(key);
  }

  /** Whether it counts among those that have proved nothing, and may be put out for another. */
  boolean isStranger() {
    return !isTrusted() && !listener.door().desk().isVisitedBy(link);
  }

  @Nullable String whyEnd(long now) {
    if (!isWanted()) {
      return "too many connections";
    }
    if (isCloseAsked()) {
      return "closed by this end";
    }
    boolean isPairing = listener.door().desk().isVisitedBy(link);
    if (!hasGreeted && !isPairing && now - arrivedNanos > KryoListener.GREETING_NANOS) {
      return "it never greeted";
    }
    return now - heardNanos > KryoListener.SILENCE_NANOS && !isPairing ? "it fell silent" : null;
  }

  void keepAlive(long now) {
    heardLately = isTrusted() ? 0 : heardLately;
    if (now - keptAliveNanos > KEEP_ALIVE_NANOS) {
      keptAliveNanos = now;
      sendTCP(FrameworkMessage.keepAlive);
    }
    restoreDatagramAddress();
  }

  void end() {
    listener.forget(this);
    link.setDown("the device closed the connection");
    close();
  }

  void hear(Object object) throws IOException {
    heardLately++;
    int most = isTrusted() ? MOST_AT_ONCE : MOST_OF_A_STRANGER;
    if (isCloseAsked() || heardLately > most) {
      end(); // KryoNet reads on while there is anything: else nobody else would be heard
      return;
    }
    if (object instanceof Heard.Arrival
        || object instanceof Heard.Shake
        || object instanceof FrameworkMessage.KeepAlive) {
      heardNanos = listener.clock().getAsLong();
    }
    if (!isWide && hasDatagramAddress()) {
      isWide = true;
      Sockets.widenDatagramBuffers(this, KryoLink.DATAGRAM_BUFFER_BYTES);
    }
    switch (object) {
      case Heard.Shake shake -> shake(shake.message().toArray());
      case Heard.Arrival arrival -> hear(arrival);
      case Heard.Foreign foreign -> refuse(foreign);
      case Heard.Garbage garbage -> LOG.debug("dropped a datagram: {}", garbage.words());
      case Heard.Unproven _ -> fail("it refuses");
      default -> {}
    }
  }

  private void shake(byte[] message) throws IOException {
    try {
      Handshake begun = handshake;
      if (begun == null) {
        begin(message);
      } else {
        begun.read(message);
        finish(begun);
      }
    } catch (HandshakeException | IllegalStateException e) {
      fail("the handshake failed: " + e.getMessage());
    }
  }

  private void begin(byte[] message) throws HandshakeException {
    if (!listener.mayShake()) {
      fail("too many handshakes");
      return;
    }
    Credentials own = listener.door().credentials();
    Handshake begun = Handshake.begin(Role.EDGE, own.identity(), Version.CURRENT, own.random());
    begun.read(message);
    number = listener.nextSession();
    byte[] session =
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
    sendTCP(new Heard.Shake(Bytes.wrap(begun.write(session))));
    handshake = begun;
  }

  private void finish(Handshake done) throws IOException {
    long now = listener.clock().getAsLong();
    stranger = listener.door().credentials().trust().refusal(done.peer());
    SealedSession session = done.finish(number, now);
    link.protect(
        stranger == null
            ? Seals.of(session, listener.clock())
            : Seals.ofStranger(session, listener.clock()));
    if (stranger != null) {
      return; // it may still be paired
    }
    if (listener.isFull()) {
      turnAway(Reason.FULL, "there are as many devices here as there may be");
    } else if (listener.hasEnough(done.peer())) {
      turnAway(
          Reason.FULL,
          "this device has %d sessions here, the most it may: end one, or wait 10 s for one that died"
              .formatted(KryoListener.MOST_OF_A_KEY));
    } else {
      grow(WRITE_BYTES, KryoLink.OBJECT_BYTES);
      trusted = done.peer();
    }
  }

  private void hear(Heard.Arrival arrival) {
    Handshake done = handshake;
    if (arrival.message() instanceof Message.Pair pair
        && !arrival.byDatagram()
        && !hasGreeted
        && done != null) {
      long now = listener.clock().getAsLong();
      listener.door().desk().hear(link, done, "device at " + host(), pair, now);
      return;
    }
    if (stranger != null) {
      turnAway(Reason.NOT_PAIRED, stranger);
      return;
    }
    if (isTrusted()
        && !hasGreeted
        && arrival.message() instanceof Message.Hello
        && listener.offer(link)) {
      hasGreeted = true;
    }
    if (hasGreeted) {
      link.hear(arrival);
      listener.news();
    }
  }

  private String host() {
    InetSocketAddress from = getRemoteAddressTCP();
    return from == null ? "an unknown place" : from.getAddress().getHostAddress();
  }

  private void refuse(Heard.Foreign foreign) {
    turnAway(
        Reason.VERSION,
        "the device speaks version %d, this edge %d; update the older"
            .formatted(foreign.version(), Version.CURRENT));
  }

  private void turnAway(Reason reason, String words) {
    link.sendReliable(new Message.Refused(reason, Version.CURRENT, words));
    link.close();
  }

  private void fail(String words) {
    LOG.debug("ending a connection: {}", words);
    link.fail(words);
  }
}
