package org.saccade.offload.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.offload.cache.DiskTileCache;
import org.saccade.render.tile.Bytes;
import org.saccade.render.tile.Fingerprint;

final class TileStoreTest {
  private static final Fingerprint ANY = new Fingerprint(1, 2, 3, 4);
  private static final long TILE = 7;

  @Test
  void aTileOnDiskThatIsNoneIsMissingSoThatItIsBakedAgain(@TempDir Path folder) throws IOException {
    var disk = DiskTileCache.open(folder, ANY, ANY, 1 << 20);
    try (var store = new TileStore(1 << 20, 2, disk)) {
      disk.put(TILE, Bytes.wrap(new byte[100]));
      assertTrue(store.has(TILE));
      assertNull(store.get(1, TILE, 0));
      assertFalse(store.has(TILE));
      store.put(TILE, MemoryTiles.body(0), 0);
      assertEquals(MemoryTiles.body(0).bytes(), Objects.requireNonNull(disk.get(TILE)));
    }
  }

  @Test
  void aDraftLastsUntilTheWholeFaceComesAndIsNeverKeptOnDisk(@TempDir Path folder)
      throws IOException {
    var disk = DiskTileCache.open(folder, ANY, ANY, 1 << 20);
    var draft = MemoryTiles.body(0);
    var whole = MemoryTiles.body(1);
    assertNotEquals(draft.bytes(), whole.bytes());
    try (var store = new TileStore(1 << 20, 2, disk)) {
      long before = store.changes();
      store.putDraft(TILE, draft, 0);
      assertTrue(store.changes() > before);
      assertEquals(draft, store.get(1, TILE, 0));
      assertFalse(disk.contains(TILE));
      store.put(TILE, whole, 0);
      store.putDraft(TILE, draft, 0);
      assertEquals(whole, store.get(1, TILE, 0));
      assertEquals(whole.bytes(), Objects.requireNonNull(disk.get(TILE)));
    }
  }
}
