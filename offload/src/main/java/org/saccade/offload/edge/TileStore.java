package org.saccade.offload.edge;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.cache.DiskTileCache;
import org.saccade.offload.cache.EncodedTileCache;
import org.saccade.render.codec.MalformedTileException;
import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An edge's tiles: in memory, behind it on disk if there is a folder. Any thread. */
final class TileStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TileStore.class);

  private final EncodedTileCache memory;
  private final @Nullable DiskTileCache disk;
  private final AtomicLong changes = new AtomicLong();
  private final AtomicLong memoryHits = new AtomicLong();
  private final AtomicLong diskHits = new AtomicLong();

  TileStore(long memoryBytes, @Nullable DiskTileCache disk) {
    this.memory = new EncodedTileCache(memoryBytes);
    this.disk = disk;
  }

  /** The tile, from disk if it must be; null when it has to be baked. */
  @Nullable TileBody get(long address) {
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
    memory.put(address, body);
    return body;
  }

  boolean has(long address) {
    return memory.contains(address) || (disk != null && disk.contains(address));
  }

  /** Keeps a tile. */
  void put(long address, TileBody body) {
    memory.put(address, body);
    if (disk != null) {
      disk.put(address, body.bytes());
    }
    changes.incrementAndGet();
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
