package org.saccade.offload.secure;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One handshake, Noise XX: both ends prove a static key, and neither key travels in the clear.
 *
 * <pre>
 *   device -> edge   e                  (payload in the clear: leave it empty)
 *   edge -> device   e, ee, s, es       (payload sealed; the device is not yet known)
 *   device -> edge   s, se              (payload sealed, both known)
 * </pre>
 *
 * The prologue binds the version both believe to speak. Whether the peer's key is one to trust is
 * for the caller to say, after {@link #isComplete} and before anything else is believed. Belongs to
 * one thread; after any exception it is of no further use. Noise revision 34,
 * https://noiseprotocol.org/noise.html
 */
public final class Handshake {
  /** The longest handshake message; more is refused unread. */
  public static final int MESSAGE_BYTES = 512;

  private static final int MESSAGES = 3;
  private static final byte[] NAME = "saccade".getBytes(StandardCharsets.US_ASCII);

  private final Role role;
  private final int version;
  private final Identity identity;
  private final byte[] ephemeral;
  private final SymmetricState symmetric;
  private byte @Nullable [] peerEphemeral;
  private byte @Nullable [] peerStatic;
  private int message;
  private boolean isBroken;
  private boolean isFinished;

  private Handshake(Role role, Identity identity, int version, byte[] prologue, byte[] ephemeral) {
    this.role = role;
    this.identity = identity;
    this.version = version;
    this.ephemeral = ephemeral;
    this.symmetric = new SymmetricState(prologue);
  }

  /** Begins one in {@code role}, for protocol {@code version}. */
  public static Handshake begin(Role role, Identity identity, int version, SecureRandom random) {
    byte[] ephemeral = X25519.newPrivate(random);
    return new Handshake(role, identity, version, prologue(version), ephemeral);
  }

  /** With a known ephemeral key: for vectors alone, since a second use of one gives all away. */
  static Handshake withEphemeral(
      Role role, Identity identity, int version, byte[] prologue, byte[] ephemeral) {
    return new Handshake(role, identity, version, prologue, ephemeral.clone());
  }

  static byte[] prologue(int version) {
    byte[] prologue = Arrays.copyOf(NAME, NAME.length + 1);
    prologue[NAME.length] = (byte) version;
    return prologue;
  }

  /** Whether all three messages have passed. */
  public boolean isComplete() {
    return message == MESSAGES && !isBroken;
  }

  /** The next message, if it is ours to send. */
  public byte[] write(byte[] payload) throws HandshakeException {
    requireTurn(true);
    isBroken = true; // until the end is reached
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (message < 2) {
      byte[] mine = X25519.publicOf(ephemeral);
      out.writeBytes(mine);
      symmetric.mixHash(mine);
    }
    if (message == 1) {
      mixAgreed(ephemeral, peerEphemeral);
    }
    if (message > 0) {
      out.writeBytes(symmetric.encryptAndHash(identity.publicKey().bytes()));
      // es as the edge, se as the device: our static key with the peer's ephemeral one.
      mixAgreed(identity.privateKey(), peerEphemeral);
    }
    out.writeBytes(symmetric.encryptAndHash(payload));
    if (out.size() > MESSAGE_BYTES) {
      throw new HandshakeException(
          "a handshake message of %d bytes; expected at most %d"
              .formatted(out.size(), MESSAGE_BYTES));
    }
    message++;
    isBroken = false;
    return out.toByteArray();
  }

  /** Takes the peer's message and gives its payload. */
  public byte[] read(byte[] received) throws HandshakeException {
    requireTurn(false);
    isBroken = true;
    if (received.length > MESSAGE_BYTES) {
      throw new HandshakeException(
          "a handshake message of %d bytes; expected at most %d"
              .formatted(received.length, MESSAGE_BYTES));
    }
    int at = 0;
    if (message < 2) {
      peerEphemeral = part(received, at, X25519.KEY_BYTES);
      symmetric.mixHash(peerEphemeral);
      at += X25519.KEY_BYTES;
    }
    if (message == 1) {
      mixAgreed(ephemeral, peerEphemeral);
    }
    if (message > 0) {
      int length = symmetric.sealedBytes(X25519.KEY_BYTES);
      peerStatic = symmetric.decryptAndHash(part(received, at, length));
      at += length;
      mixAgreed(ephemeral, peerStatic);
    }
    int least = symmetric.sealedBytes(0);
    part(received, at, least);
    byte[] payload = symmetric.decryptAndHash(Arrays.copyOfRange(received, at, received.length));
    message++;
    isBroken = false;
    return payload;
  }

  /**
   * The key the peer has proved to hold; nothing says yet that it is one to trust. A device knows
   * it after the second message, before it shows its own.
   */
  public PeerKey peer() {
    if (isBroken || message < (role == Role.DEVICE ? MESSAGES - 1 : MESSAGES)) {
      requireComplete();
    }
    return PeerKey.of(known(peerStatic));
  }

  /** The digest of all that was said, the same at both ends unless somebody sits between. */
  public byte[] transcript() {
    requireComplete();
    return symmetric.transcript();
  }

  /**
   * The keys for all that follows; once, since two sealers of one key would use a counter twice.
   *
   * @param session the edge's number for this session, which it sent as the payload of message 2
   */
  public SealedSession finish(int session, long nowNanos) {
    requireComplete();
    if (isFinished) {
      throw new IllegalStateException("this handshake has given its keys; shake hands anew");
    }
    isFinished = true;
    return new SealedSession(
        role,
        version,
        session,
        symmetric.split(),
        symmetric.transcript(),
        KeyLimit.USUAL,
        nowNanos);
  }

  /** Noise's own transport keys; for vectors. */
  byte[][] split() {
    requireComplete();
    return symmetric.split();
  }

  private void mixAgreed(byte[] mine, byte @Nullable [] theirs) throws HandshakeException {
    symmetric.mixKey(X25519.agree(mine, known(theirs)));
  }

  private static byte[] known(byte @Nullable [] key) {
    if (key == null) {
      throw new IllegalStateException("the peer's key comes with an earlier message");
    }
    return key;
  }

  private static byte[] part(byte[] received, int at, int length) throws HandshakeException {
    if (received.length - at < length) {
      throw new HandshakeException(
          "a handshake message ends after %d bytes; expected at least %d"
              .formatted(received.length, at + length));
    }
    return Arrays.copyOfRange(received, at, at + length);
  }

  private void requireTurn(boolean toWrite) {
    boolean isOurs = (message % 2 == 0) == (role == Role.DEVICE);
    if (isBroken || message >= MESSAGES || isOurs != toWrite) {
      throw new IllegalStateException(
          "handshake of the %s after message %d%s: not the time to %s"
              .formatted(
                  role.label(), message, isBroken ? " (failed)" : "", toWrite ? "write" : "read"));
    }
  }

  private void requireComplete() {
    if (!isComplete()) {
      throw new IllegalStateException(
          "the handshake has reached message %d of %d".formatted(message, MESSAGES));
    }
  }

  @Override
  public String toString() {
    return "handshake of the %s, message %d".formatted(role.label(), message);
  }
}
