package org.saccade.offload.edge;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.cache.DiskTileCache;
import org.saccade.offload.cache.ForeseeingCache;
import org.saccade.render.codec.MalformedTileException;
import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An edge's tiles: in memory, behind it on disk if there is a folder. Any thread. */
final class TileStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TileStore.class);

  /** What an entry costs besides its body (key, node, objects): an estimate. */
  private static final int ENTRY_BYTES = 128;

  /** Any seed: which tiles are looked at when one has to go is all that hangs on it. */
  private static final long SEED = 1;

  private final ForeseeingCache<TileBody> memory;
  private final @Nullable DiskTileCache disk;
  private final AtomicLong changes = new AtomicLong();
  private final AtomicLong memoryHits = new AtomicLong();
  private final AtomicLong diskHits = new AtomicLong();

  TileStore(long memoryBytes, int maxLevel, @Nullable DiskTileCache disk) {
    this.memory = new ForeseeingCache<>(memoryBytes, maxLevel, SEED);
    this.disk = disk;
  }

  /** A session wants a tile that is not here yet. */
  void requested(long session, long address, long now) {
    memory.requested(session, address, now);
  }

  /** The tile that a session wants, from disk if it must be; null when it has to be baked. */
  @Nullable TileBody get(long session, long address, long now) {
    memory.requested(session, address, now);
    TileBody body = memory.get(address);
    if (body != null) {
      memoryHits.incrementAndGet();
      return body;
    }
    @Nullable DiskTileCache kept = disk;
    Bytes bytes = kept == null ? null : kept.get(address);
    if (kept == null || bytes == null) {
      return null;
    }
    try {
      body = TileBody.parse(bytes);
    } catch (MalformedTileException e) {
      LOG.warn("a tile on disk is damaged; baking it again: {}", e.getMessage());
      kept.remove(address);
      return null;
    }
    diskHits.incrementAndGet();
    memory.offer(address, body, body.bytes().size() + ENTRY_BYTES, now);
    return body;
  }

  boolean has(long address) {
    return memory.contains(address) || (disk != null && disk.contains(address));
  }

  /** Keeps a tile. */
  void put(long address, TileBody body, long now) {
    memory.put(address, body, body.bytes().size() + ENTRY_BYTES, now);
    if (disk != null) {
      disk.put(address, body.bytes());
    }
    changes.incrementAndGet();
  }

  /**
   * Keeps a tile of a draft while there is none of the whole face; never on disk, where only what
   * lasts is kept.
   */
  void putDraft(long address, TileBody body, long now) {
    if (!has(address)) {
      memory.put(address, body, body.bytes().size() + ENTRY_BYTES, now);
      changes.incrementAndGet();
    }
  }

  /** Rises whenever a tile is added. */
  long changes() {
    return changes.get();
  }

  long memoryHits() {
    return memoryHits.get();
  }

  long diskHits() {
    return diskHits.get();
  }

  @Nullable DiskTileCache disk() {
    return disk;
  }

  @Override
  public void close() {
    if (disk != null) {
      disk.close();
    }
  }
}
