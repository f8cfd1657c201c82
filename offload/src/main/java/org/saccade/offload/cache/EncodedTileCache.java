package org.saccade.offload.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.saccade.render.codec.TileBody;

/**
 * Encoded tiles of one (scene, recipe) in memory, by packed address, bounded in bytes. What is read
 * often or lately stays (W-TinyLFU). Any thread.
 */
public final class EncodedTileCache {
  /** What an entry costs besides its body (key, node, objects): an estimate. */
  static final int ENTRY_BYTES = 128;

  private final Cache<Long, TileBody> tiles;

  /** A cache that holds at most {@code maxBytes} of bodies and their entries. */
  public EncodedTileCache(long maxBytes) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes is %d; expected 1 or more".formatted(maxBytes));
    }
    tiles =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((Long address, TileBody body) -> body.bytes().size() + ENTRY_BYTES)
            .executor(Runnable::run)
            .build();
  }

  /** The tile, or null when it is not (or no longer) here. */
  public @Nullable TileBody get(long address) {
    return tiles.getIfPresent(address);
  }

  /** Whether the tile is here; asking does not count as reading. */
  public boolean contains(long address) {
    return tiles.asMap().containsKey(address);
  }

  /** Keeps the tile, and lets go of others where it must. */
  public void put(long address, TileBody body) {
    tiles.put(address, body);
  }

  /** Lets go of one tile. */
  public void remove(long address) {
    tiles.invalidate(address);
  }

  /** Lets go of all. */
  public void clear() {
    tiles.invalidateAll();
  }

  /** How many tiles there are. */
  public int size() {
    return tiles.asMap().size();
  }

  /** What they take, in bytes. */
  public long bytes() {
    tiles.cleanUp();
    return tiles.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }
}
