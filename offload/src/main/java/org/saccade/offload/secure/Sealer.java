package org.saccade.offload.secure;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * Seals what we send over one transport. A counter is spent before it is used, never returned and
 * never begun anew, so none is ever sealed with twice; that is why this alone among the owned
 * objects locks. Per message it allocates a nonce and what the JDK's cipher copies of it.
 */
public final class Sealer {
  /** What sealing adds: the header before, the tag after. */
  public static final int OVERHEAD_BYTES = SealHeader.BYTES + CipherState.TAG_BYTES;

  private final Transport transport;
  private final int version;
  private final int session;
  private final KeyLimit limit;
  private final Cipher cipher;
  private final SealHeader header = new SealHeader();
  private KeyPhase phase;
  private long phaseBeganNanos;
  private long sealedInPhase;
  private long counter;

  Sealer(
      Transport transport,
      int version,
      int session,
      KeyPhase phase,
      KeyLimit limit,
      long nowNanos) {
    this.transport = transport;
    this.version = version;
    this.session = session;
    this.phase = phase;
    this.limit = limit;
    this.phaseBeganNanos = nowNanos;
    this.cipher = newCipher();
  }

  static Cipher newCipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-256-GCM", e);
    }
  }

  /**
   * Writes the sealed form of all that remains in {@code message} to {@code target}, which needs
   * {@link #OVERHEAD_BYTES} more room.
   */
  public synchronized void seal(ByteBuffer message, ByteBuffer target, long nowNanos) {
    int bytes = message.remaining();
    if (bytes > transport.messageBytes()) {
      throw new IllegalArgumentException(
          "a %s message of %d bytes; cut it to %d"
              .formatted(transport.label(), bytes, transport.messageBytes()));
    }
    if (target.remaining() < bytes + OVERHEAD_BYTES) {
      throw new IllegalArgumentException(
          "room for %d bytes; sealing %d takes %d"
              .formatted(target.remaining(), bytes, bytes + OVERHEAD_BYTES));
    }
    if (sealedInPhase >= limit.messages() || nowNanos - phaseBeganNanos >= limit.nanos()) {
      phase = phase.next();
      phaseBeganNanos = nowNanos;
      sealedInPhase = 0;
    }
    long spent = counter++;
    sealedInPhase++;
    header.set(version, transport.type(), phase.number(), session, spent);
    int start = target.position();
    try {
      cipher.init(Cipher.ENCRYPT_MODE, phase.key(), phase.nonce(spent));
      cipher.updateAAD(header.bytes());
      target.put(header.bytes());
      cipher.doFinal(message, target);
    } catch (GeneralSecurityException e) {
      target.position(start);
      throw new IllegalStateException("sealing message %d failed".formatted(spent), e);
    }
  }

  @Override
  public String toString() {
    return "sealer of session %d, %s".formatted(session, transport.label());
  }
}
