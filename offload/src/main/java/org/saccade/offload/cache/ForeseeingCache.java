package org.saccade.offload.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Tiles of one (scene, recipe) that many visitors share, by packed address, bounded in bytes. Of
 * some looked at by chance, the one goes first that is worth least a byte by {@link Foresight}. Any
 * thread.
 */
public final class ForeseeingCache<V> {
  private static final int LOOKED_AT = 16;

  private final long maxBytes;
  private final Foresight foresight;
  private final SplittableRandom random;
  private final Map<Long, Kept<V>> index = new HashMap<>();
  private final List<Kept<V>> all = new ArrayList<>();
  private long bytes;

  private static final class Kept<V> {
    final long address;
    final V value;
    final int bytes;
    int place;

    Kept(long address, V value, int bytes) {
      this.address = address;
      this.value = value;
      this.bytes = bytes;
    }
  }

  /** A cache that holds at most {@code maxBytes}. */
  public ForeseeingCache(long maxBytes, int maxLevel, long seed) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes is %d; expected 1 or more".formatted(maxBytes));
    }
    this.maxBytes = maxBytes;
    foresight = new Foresight(maxLevel);
    random = new SplittableRandom(seed);
  }

  /** A visitor wants the tile, whether it is here or not. */
  public void requested(long visitor, long address, long nanos) {
    foresight.requested(visitor, address, nanos);
  }

  /** The tile, or null when it is not (or no longer) here. */
  public synchronized @Nullable V get(long address) {
    var kept = index.get(address);
    return kept == null ? null : kept.value;
  }

  public synchronized boolean contains(long address) {
    return index.containsKey(address);
  }

  /** Keeps a tile that is dear to make, and lets go of others where it must. */
  public synchronized void put(long address, V value, int valueBytes, long nanos) {
    keep(address, value, valueBytes, nanos, Double.POSITIVE_INFINITY);
  }

  /** Keeps a tile that can be had again, unless it is worth less than all it would push out. */
  public synchronized void offer(long address, V value, int valueBytes, long nanos) {
    keep(address, value, valueBytes, nanos, worth(address, valueBytes, nanos));
  }

  /** How many tiles there are. */
  public synchronized int size() {
    return all.size();
  }

  /** What they take, in bytes. */
  public synchronized long bytes() {
    return bytes;
  }

  private void keep(long address, V value, int valueBytes, long nanos, double worth) {
    remove(index.get(address));
    if (valueBytes > maxBytes) {
      return;
    }
    while (bytes + valueBytes > maxBytes) {
      if (!letGo(nanos, worth)) {
        return;
      }
    }
    var kept = new Kept<>(address, value, valueBytes);
    kept.place = all.size();
    all.add(kept);
    index.put(address, kept);
    bytes += valueBytes;
  }

  /** Lets go of the least of some; not of one that is worth as much as the newcomer. */
  private boolean letGo(long nanos, double newcomer) {
    double least = newcomer;
    @Nullable Kept<V> worst = null;
    for (int i = 0; i < LOOKED_AT; i++) {
      var kept = all.get(random.nextInt(all.size()));
      double worth = worth(kept.address, kept.bytes, nanos);
      if (worth < least) {
        least = worth;
        worst = kept;
      }
    }
    remove(worst);
    return worst != null;
  }

  private double worth(long address, int valueBytes, long nanos) {
    return foresight.worth(address, nanos) / Math.max(1, valueBytes);
  }

  private void remove(@Nullable Kept<V> kept) {
    if (kept == null) {
      return;
    }
    index.remove(kept.address);
    var last = all.removeLast();
    if (last != kept) {
      all.set(kept.place, last);
      last.place = kept.place;
    }
    bytes -= kept.bytes;
  }
}
