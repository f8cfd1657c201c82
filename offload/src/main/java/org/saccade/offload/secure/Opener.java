package org.saccade.offload.secure;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Opens what the peer sealed for one transport. Nothing a message claims changes anything here
 * before its tag was found right. Counters go on over key phases, so one window serves all, and a
 * phase's counters all lie above those of the phase before. Belongs to one thread.
 */
public final class Opener {
  private final Transport transport;
  private final int version;
  private final int session;
  private final Cipher cipher = Sealer.newCipher();
  private final SealHeader header = new SealHeader();
  private final ReplayWindow window = new ReplayWindow();
  private @Nullable KeyPhase former;
  private KeyPhase current;
  private @Nullable KeyPhase coming;
  private long formerHighest = -1;
  private long currentLowest = Long.MAX_VALUE;

  Opener(Transport transport, int version, int session, KeyPhase phase) {
    this.transport = transport;
    this.version = version;
    this.session = session;
    this.current = phase;
    this.coming = phase.next();
  }

  /**
   * Consumes all that remains in {@code sealed} and, when it is the peer's and new, appends the
   * message to {@code target}; otherwise leaves {@code target} where it was.
   */
  public Opened open(ByteBuffer sealed, ByteBuffer target) {
    int end = sealed.limit();
    int start = target.position();
    Opened result = opened(sealed, target);
    sealed.position(end);
    if (result != Opened.MESSAGE) {
      target.position(start);
    }
    return result;
  }

  private Opened opened(ByteBuffer sealed, ByteBuffer target) {
    int bytes = sealed.remaining() - Sealer.OVERHEAD_BYTES;
    if (bytes < 0 || bytes > transport.messageBytes()) {
      return Opened.MALFORMED;
    }
    if (target.remaining() < bytes) {
      throw new IllegalArgumentException(
          "room for %d bytes; the message takes %d".formatted(target.remaining(), bytes));
    }
    header.readFrom(sealed);
    if (header.version() != version) {
      return Opened.OTHER_VERSION;
    }
    if (header.type() != transport.type() || header.counter() < 0) {
      return Opened.MALFORMED;
    }
    if (header.session() != session) {
      return Opened.OTHER_SESSION;
    }
    Opened place = place(header.counter());
    if (place != Opened.MESSAGE) {
      return place;
    }
    KeyPhase phase = phase(header.phase(), header.counter());
    if (phase == null) {
      return Opened.OTHER_PHASE;
    }
    if (!decrypts(phase, sealed, target)) {
      return Opened.FORGED;
    }
    commit(phase, header.counter());
    return Opened.MESSAGE;
  }

  private Opened place(long counter) {
    if (transport == Transport.STREAM) {
      return counter == window.highest() + 1 ? Opened.MESSAGE : Opened.OUT_OF_ORDER;
    }
    if (window.isTooOld(counter)) {
      return Opened.TOO_OLD;
    }
    return window.isUsed(counter) ? Opened.REPLAYED : Opened.MESSAGE;
  }

  /** The phase {@code number}, if {@code counter} can be one of its. */
  private @Nullable KeyPhase phase(int number, long counter) {
    if (number == current.number()) {
      return counter > formerHighest ? current : null;
    }
    if (coming != null && number == coming.number()) {
      return counter > window.highest() ? coming : null;
    }
    if (former != null && number == former.number()) {
      return counter < currentLowest ? former : null;
    }
    return null;
  }

  private boolean decrypts(KeyPhase phase, ByteBuffer sealed, ByteBuffer target) {
    int start = target.position();
    int bytes = sealed.remaining() - CipherState.TAG_BYTES;
    try {
      cipher.init(Cipher.DECRYPT_MODE, phase.key(), phase.nonce(header.counter()));
      cipher.updateAAD(header.bytes());
      cipher.doFinal(sealed, target);
      return true;
    } catch (GeneralSecurityException e) {
      for (int i = 0; i < bytes; i++) {
        target.put(start + i, (byte) 0); // whatever the cipher wrote before it knew
      }
      return false;
    }
  }

  private void commit(KeyPhase phase, long counter) {
    if (phase == coming) {
      former = current;
      formerHighest = window.highest();
      current = phase;
      currentLowest = counter;
      coming = phase.number() == KeyPhase.LAST ? null : phase.next();
    } else if (phase == current) {
      currentLowest = Math.min(currentLowest, counter);
    } else {
      formerHighest = Math.max(formerHighest, counter);
    }
    window.use(counter);
    if (former != null && window.isTooOld(currentLowest)) {
      former = null; // nothing of it would be taken any more
    }
  }

  @Override
  public String toString() {
    return "opener of session %d, %s".formatted(session, transport.label());
  }
}
