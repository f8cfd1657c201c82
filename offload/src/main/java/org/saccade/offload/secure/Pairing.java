package org.saccade.offload.secure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes two strangers sure of each other's keys: both show six digits, and a person compares them.
 *
 * <p>Who sits between has made two handshakes, so the transcripts differ and the digits must be
 * made to agree by choosing numbers. But the device binds itself to its number before it sees the
 * edge's, and shows it only afterwards; the digits follow from both and from the transcript. So
 * whoever answers the device chooses without knowing what the device chose, and whoever speaks to
 * the edge is bound before the edge chooses: one guess in a million a pairing, whichever side is
 * played first. (Vaudenay, "Secure communications over insecure channels based on short
 * authenticated strings", 2005.)
 *
 * <pre>
 *   device -> edge   commitment         32 bytes, all sealed
 *   edge -> device   the edge's number  32 bytes
 *   device -> edge   the device's       32 bytes; the edge checks the commitment
 *   both show the digits
 *   device -> edge   yes, once its person said so
 *   edge -> device   yes, once its person said so, the device did, and its key is kept: so a device
 *                    that hears it is known
 * </pre>
 *
 * Serves one pairing for one minute. Belongs to one thread.
 */
public final class Pairing {
  /** How long one may take, from its first step to both persons' yes. */
  public static final long LIFE_NANOS = 60_000_000_000L;

  static final int NUMBER_BYTES = 32;

  private static final int CODES = 1_000_000;
  private static final int CODE_BYTES = 8;
  private static final byte[] COMMITMENT = "saccade commitment".getBytes(StandardCharsets.US_ASCII);

  private final Role role;
  private final PeerKey peer;
  private final byte[] transcript;
  private final int codes;
  private final long beganNanos;
  private final byte[] number = new byte[NUMBER_BYTES];
  private byte @Nullable [] commitment;
  private @Nullable String code;
  private boolean isAcceptedHere;
  private boolean isAcceptedThere;
  private boolean isOver;

  /** Begins one over the channel of a complete {@code handshake}. */
  public static Pairing begin(Role role, Handshake handshake, SecureRandom random, long nowNanos) {
    return new Pairing(role, handshake.peer(), handshake.transcript(), CODES, random, nowNanos);
  }

  Pairing(
      Role role, PeerKey peer, byte[] transcript, int codes, SecureRandom random, long nowNanos) {
    this.role = role;
    this.peer = peer;
    this.transcript = transcript.clone();
    this.codes = codes;
    this.beganNanos = nowNanos;
    random.nextBytes(number);
  }

  /** The device's first step: binds it to its number without showing it. */
  public byte[] commit(long nowNanos) throws PairingException {
    require(Role.DEVICE, commitment == null, nowNanos);
    commitment = commitment(transcript, number);
    return commitment.clone();
  }

  /** The edge's step: takes the commitment and shows its own number. */
  public byte[] answer(byte[] received, long nowNanos) throws PairingException {
    require(Role.EDGE, commitment == null, nowNanos);
    commitment = sized(received).clone();
    return number.clone();
  }

  /** The device's second step: takes the edge's number and shows its own. */
  public byte[] reveal(byte[] received, long nowNanos) throws PairingException {
    require(Role.DEVICE, commitment != null && code == null, nowNanos);
    code = code(transcript, number, sized(received), codes);
    return number.clone();
  }

  /** The edge's last step: the device's number must be the one it was bound to. */
  public void check(byte[] received, long nowNanos) throws PairingException {
    byte[] bound = commitment;
    require(Role.EDGE, bound != null && code == null, nowNanos);
    if (!MessageDigest.isEqual(bound, commitment(transcript, sized(received)))) {
      throw over("the device showed another number than the one it was bound to");
    }
    code = code(transcript, received, number, codes);
  }

  /** The digits for people to compare, once there are any. */
  public Optional<String> code() {
    return isOver ? Optional.empty() : Optional.ofNullable(code);
  }

  /** Our person has seen the same digits on both ends. */
  public void accept(long nowNanos) throws PairingException {
    require(role, code != null && !isAcceptedHere, nowNanos);
    isAcceptedHere = true;
  }

  /** The peer says that its person has; the edge only after the device has. */
  public void peerAccepted(long nowNanos) throws PairingException {
    boolean isInTurn = role == Role.EDGE || isAcceptedHere;
    require(role, code != null && !isAcceptedThere && isInTurn, nowNanos);
    isAcceptedThere = true;
  }

  /** Our person has seen other digits, or has had enough. */
  public void refuse() {
    isOver = true;
  }

  /** The key to keep, once both persons said yes; after that the pairing is over. */
  public Optional<PeerKey> take(long nowNanos) throws PairingException {
    require(role, true, nowNanos);
    if (!isAcceptedHere || !isAcceptedThere) {
      return Optional.empty();
    }
    isOver = true;
    return Optional.of(peer);
  }

  static byte[] commitment(byte[] transcript, byte[] number) {
    return Hkdf.sha256(COMMITMENT, transcript, number);
  }

  static String code(byte[] transcript, byte[] deviceNumber, byte[] edgeNumber, int codes) {
    byte[] secret = Hkdf.extract(transcript, join(deviceNumber, edgeNumber));
    byte[] drawn = Hkdf.expand(secret, "saccade code", new byte[0], CODE_BYTES);
    long value = ByteBuffer.wrap(drawn).getLong();
    return "%06d".formatted(Long.remainderUnsigned(value, codes));
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private byte[] sized(byte[] received) throws PairingException {
    if (received.length != NUMBER_BYTES) {
      throw over(
          "a pairing message of %d bytes; expected %d".formatted(received.length, NUMBER_BYTES));
    }
    return received;
  }

  private void require(Role who, boolean isNext, long nowNanos) throws PairingException {
    if (isOver) {
      throw over("this pairing is over; begin another");
    }
    if (nowNanos - beganNanos >= LIFE_NANOS) {
      throw over("a pairing may take %d s; begin another".formatted(LIFE_NANOS / 1_000_000_000));
    }
    if (who != role || !isNext) {
      throw over("a step of the pairing came out of turn; begin another");
    }
  }

  private PairingException over(String words) {
    isOver = true;
    return new PairingException(words);
  }

  @Override
  public String toString() {
    return "pairing of the %s with %s".formatted(role.label(), peer);
  }
}
