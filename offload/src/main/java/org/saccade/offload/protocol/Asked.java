package org.saccade.offload.protocol;

import java.util.Arrays;
import org.saccade.render.tile.TileAddress;

/**
 * What was asked of the edge and when: for each address the attempt, when it began, and the last
 * sign of life. Parallel arrays with open addressing, so that asking allocates nothing. Forgetting
 * an entry costs a duplicate at most. Frame thread.
 */
public final class Asked {
  private static final int SLOTS = 2048;
  private static final int MOST = SLOTS / 2;
  private static final long FREE = -1;

  /** What nobody asked for so long is forgotten first. */
  private static final long IDLE_NANOS = 5_000_000_000L;

  private static final long REFUSED_NANOS = 2_000_000_000L;
  private static final long USELESS_NANOS = 100_000_000L;

  /** From this attempt on, each waits twice as long as the one before, up to 32 times. */
  private static final int PATIENT_FROM = 2;

  private static final int LONGEST_SHIFT = 5;

  private final long[] addresses = new long[SLOTS];
  private final int[] attempts = new int[SLOTS];
  private final long[] lifeNanos = new long[SLOTS];
  private final long[] listedNanos = new long[SLOTS];
  private final long[] closedUntilNanos = new long[SLOTS];
  private int size;
  private long raised;
  private long silentNanos;
  private boolean wasSilent;

  /** Nothing asked for yet. */
  public Asked() {
    Arrays.fill(addresses, FREE);
  }

  /** Whether the edge said a while ago that it cannot give the tile. */
  public boolean isClosed(long address, long nowNanos) {
    int slot = slotOf(address);
    return addresses[slot] == address && nowNanos - closedUntilNanos[slot] < 0;
  }

  /**
   * The attempt to list the tile with now; one higher than before when the answer is overdue.
   *
   * <p>After the wire's largest attempt comes 0 again: the edge has long forgotten it, and an
   * attempt that stayed would never be answered twice.
   *
   * @param overdueNanos how long after the last sign of life an answer is overdue
   */
  public int attempt(long address, long nowNanos, long overdueNanos) {
    int slot = slotOf(address);
    if (addresses[slot] != address) {
      slot = insert(address, nowNanos);
    } else if (nowNanos - listedNanos[slot] > overdueNanos) {
      // Nobody listed it for a while, so nobody sent it: the clock starts again.
      lifeNanos[slot] = nowNanos;
    }
    listedNanos[slot] = nowNanos;
    int patience = Math.clamp(attempts[slot] - PATIENT_FROM, 0, LONGEST_SHIFT);
    if (wasSilent && silentNanos - lifeNanos[slot] > 0) {
      lifeNanos[slot] = silentNanos;
    }
    if (nowNanos - lifeNanos[slot] > overdueNanos << patience) {
      raise(slot, nowNanos);
    }
    return attempts[slot] % (Limits.ATTEMPT + 1);
  }

  /**
   * Nothing at all comes: no answer is overdue before the network is back, for what was asked last
   * will be answered then, and asking again would only double it.
   */
  public void silence(long nowNanos) {
    silentNanos = nowNanos;
    wasSilent = true;
  }

  /** A piece of the tile came: its answer is under way. */
  public void sawPiece(long address, long nowNanos) {
    int slot = slotOf(address);
    if (addresses[slot] == address) {
      lifeNanos[slot] = nowNanos;
    }
  }

  /** The tile that came was of no use: ask again with the next attempt, but ever less often. */
  public void wasUseless(long address, long nowNanos) {
    int slot = slotOf(address);
    if (addresses[slot] != address) {
      slot = insert(address, nowNanos);
    }
    raise(slot, nowNanos);
    int patience = Math.clamp(attempts[slot] - PATIENT_FROM, 0, LONGEST_SHIFT);
    closedUntilNanos[slot] = nowNanos + (patience == 0 ? 0 : USELESS_NANOS << patience);
  }

  /** The edge cannot give the tile: it is not asked for during the next seconds. */
  public void wasRefused(long address, long nowNanos) {
    int slot = slotOf(address);
    if (addresses[slot] == address) {
      closedUntilNanos[slot] = nowNanos + REFUSED_NANOS;
      raise(slot, nowNanos);
    }
  }

  /** Forgets all, as when a session ends: a new one remembers nothing either. */
  public void clear() {
    forget();
    wasSilent = false;
  }

  private void forget() {
    Arrays.fill(addresses, FREE);
    size = 0;
  }

  /** How often an answer was overdue. */
  public long raised() {
    return raised;
  }

  /** Tiles remembered. */
  public int size() {
    return size;
  }

  private void raise(int slot, long nowNanos) {
    attempts[slot]++;
    lifeNanos[slot] = nowNanos;
    raised++;
  }

  private int insert(long address, long nowNanos) {
    if (size >= MOST) {
      forgetIdle(nowNanos);
    }
    int slot = slotOf(address);
    addresses[slot] = address;
    attempts[slot] = 0;
    lifeNanos[slot] = nowNanos;
    listedNanos[slot] = nowNanos;
    closedUntilNanos[slot] = nowNanos;
    size++;
    return slot;
  }

  /** Open addressing cannot simply delete, so what stays is entered anew. Rare. */
  private void forgetIdle(long nowNanos) {
    long[] oldAddresses = addresses.clone();
    int[] oldAttempts = attempts.clone();
    long[] oldLife = lifeNanos.clone();
    long[] oldListed = listedNanos.clone();
    long[] oldClosed = closedUntilNanos.clone();
    forget();
    for (int i = 0; i < SLOTS && size < MOST / 2; i++) {
      if (oldAddresses[i] != FREE && nowNanos - oldListed[i] < IDLE_NANOS) {
        int slot = slotOf(oldAddresses[i]);
        addresses[slot] = oldAddresses[i];
        attempts[slot] = oldAttempts[i];
        lifeNanos[slot] = oldLife[i];
        listedNanos[slot] = oldListed[i];
        closedUntilNanos[slot] = oldClosed[i];
        size++;
      }
    }
  }

  private int slotOf(long address) {
    int at = TileAddress.hash(address) & (SLOTS - 1);
    while (addresses[at] != FREE && addresses[at] != address) {
      at = (at + 1) & (SLOTS - 1);
    }
    return at;
  }
}
