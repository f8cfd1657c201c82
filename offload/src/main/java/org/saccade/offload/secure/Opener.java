package org.saccade.offload.secure;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Opens what the peer sealed for one transport. Nothing a message claims changes anything here
 * before its tag was found right. Counters go on over key phases, so one window serves all, and a
 * phase's counters all lie above those of the phase before. Belongs to one thread.
 *
 * <p>Keys of phases that have not come are derived when a header names them, each once, and kept:
 * whoever forges headers makes us derive {@link Transport#phasesAhead} keys in all (about 1 ms and
 * 100 KB), and each of their messages costs the one decryption that any forgery costs.
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
  private final List<KeyPhase> coming = new ArrayList<>(); // those that follow, without a gap
  private long formerHighest = -1;
  private long formerAbove = -1;
  private long currentLowest = Long.MAX_VALUE;

  Opener(Transport transport, int version, int session, KeyPhase phase) {
    this.transport = transport;
    this.version = version;
    this.session = session;
    this.current = phase;
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
    int ahead = number - current.number();
    if (ahead > 0 && ahead <= transport.phasesAhead()) {
      return counter > window.highest() ? ahead(ahead) : null;
    }
    if (former != null && number == former.number()) {
      return counter < currentLowest && counter > formerAbove ? former : null;
    }
    return null;
  }

  private KeyPhase ahead(int steps) {
    while (coming.size() < steps) {
      coming.add((coming.isEmpty() ? current : coming.getLast()).next());
    }
    return coming.get(steps - 1);
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
    int steps = phase.number() - current.number();
    if (steps > 0) {
      former = steps == 1 ? current : coming.get(steps - 2);
      formerHighest = window.highest();
      formerAbove = steps == 1 ? -1 : formerHighest; // what was skipped came after all we had
      current = phase;
      currentLowest = counter;
      coming.subList(0, steps).clear();
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
