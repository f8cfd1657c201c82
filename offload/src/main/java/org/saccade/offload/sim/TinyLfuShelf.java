package org.saccade.offload.sim;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** W-TinyLFU as Caffeine has it, its maintenance done by the caller at once. */
final class TinyLfuShelf implements Shelf {
  private final Cache<Long, Boolean> kept;

  TinyLfuShelf(int capacity) {
    kept =
        Caffeine.newBuilder()
            .maximumWeight(capacity)
            .weigher((Long address, Boolean there) -> 1)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public boolean take(long nanos, int visitor, long address) {
    boolean wasThere = kept.getIfPresent(address) != null;
    if (!wasThere) {
      kept.put(address, true);
    }
    kept.cleanUp();
    return wasThere;
  }
}
