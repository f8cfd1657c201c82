package org.saccade.offload.sim;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lets go of what was not asked for the longest. */
final class LruShelf implements Shelf {
  private final Map<Long, Boolean> kept;

  LruShelf(int capacity) {
    kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > capacity;
          }
        };
  }

  @Override
  public boolean take(long nanos, int visitor, long address) {
    return kept.put(address, true) != null;
  }
}
