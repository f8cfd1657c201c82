package org.saccade.offload.edge;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last {@value #SIZE} (address, attempt) pairs that were answered. Session thread. */
final class SentRing {
  static final int SIZE = 1_024;

  private final @Nullable Sent[] ring = new Sent[SIZE];
  private final Set<Sent> known = new HashSet<>(2 * SIZE);
  private int next;

  private record Sent(long address, int attempt) {}

  boolean contains(long address, int attempt) {
    return known.contains(new Sent(address, attempt));
  }

  void add(long address, int attempt) {
    Sent sent = new Sent(address, attempt);
    if (known.add(sent)) {
      Sent oldest = ring[next];
      if (oldest != null) {
        known.remove(oldest);
      }
      ring[next] = sent;
      next = (next + 1) % SIZE;
    }
  }

  /** As if it had not been answered; its place in the ring is spent. */
  void forget(long address, int attempt) {
    Sent gone = new Sent(address, attempt);
    if (known.remove(gone)) {
      for (int i = 0; i < SIZE; i++) {
        if (gone.equals(ring[i])) {
          ring[i] = null;
        }
      }
    }
  }
}
