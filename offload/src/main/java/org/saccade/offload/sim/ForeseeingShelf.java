package org.saccade.offload.sim;

import org.saccade.offload.cache.ForeseeingCache;

/** The edge's own cache. */
final class ForeseeingShelf implements Shelf {
  private final ForeseeingCache<Boolean> kept;

  ForeseeingShelf(int capacity, int maxLevel, long seed) {
    kept = new ForeseeingCache<>(capacity, maxLevel, seed);
  }

  @Override
  public boolean take(long nanos, int visitor, long address) {
    kept.requested(visitor, address, nanos);
    boolean wasThere = kept.contains(address);
    if (!wasThere) {
      kept.offer(address, true, 1, nanos);
    }
    return wasThere;
  }
}
