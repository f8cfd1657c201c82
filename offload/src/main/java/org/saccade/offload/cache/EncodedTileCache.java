package org.saccade.offload.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saccade.render.codec.TileBody;

/**
 * A device's encoded tiles of one (scene, recipe) in memory, by packed address, bounded in bytes.
 * What was read longest ago goes first. A cache that weighs a newcomer against what was read often
 * (W-TinyLFU) turns away the very tiles that were just asked for, before they are decoded: they
 * come again and again, and a full cache stops the picture's getting sharper. One thread.
 */
public final class EncodedTileCache {
  /** What an entry costs besides its body (key, node, objects): an estimate. */
  static final int ENTRY_BYTES = 128;

  private final long maxBytes;

  /** By the time of reading, the latest last. */
  private final Map<Long, TileBody> tiles = new LinkedHashMap<>(1024, 0.75f, true);

  private long bytes;

  /** A cache that holds at most {@code maxBytes} of bodies and their entries. */
  public EncodedTileCache(long maxBytes) {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes is %d; expected 1 or more".formatted(maxBytes));
    }
    this.maxBytes = maxBytes;
  }

  /** The tile, or null when it is not (or no longer) here. */
  public @Nullable TileBody get(long address) {
    return tiles.get(address);
  }

  /** Whether the tile is here; asking does not count as reading. */
  public boolean contains(long address) {
    return tiles.containsKey(address);
  }

  /** Keeps the tile, and lets go of others where it must. */
  public void put(long address, TileBody body) {
    remove(address);
    if (weight(body) > maxBytes) {
      return;
    }
    tiles.put(address, body);
    bytes += weight(body);
    var oldest = tiles.entrySet().iterator();
    while (bytes > maxBytes) {
      bytes -= weight(oldest.next().getValue());
      oldest.remove();
    }
  }

  /** Lets go of one tile. */
  public void remove(long address) {
    var gone = tiles.remove(address);
    bytes -= gone == null ? 0 : weight(gone);
  }

  /** Lets go of all. */
  public void clear() {
    tiles.clear();
    bytes = 0;
  }

  /** How many tiles there are. */
  public int size() {
    return tiles.size();
  }

  /** What they take, in bytes. */
  public long bytes() {
    return bytes;
  }

  private static long weight(TileBody body) {
    return (long) body.bytes().size() + ENTRY_BYTES;
  }
}
