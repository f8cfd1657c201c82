package org.saccade.offload.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.saccade.render.codec.TileBody;

class EncodedTileCacheTest {
  private static final int TILES = 100;

  /** Tiles that arrive before the first of them is decoded. */
  private static final int LATELY = 30;

  private static final TileBody BODY = TileBody.EMPTY;
  private static final long ENOUGH =
      TILES * ((long) BODY.bytes().size() + EncodedTileCache.ENTRY_BYTES);

  private final EncodedTileCache cache = new EncodedTileCache(ENOUGH);

  @Test
  void whatJustCameIsThereHoweverOftenTheOthersWereRead() {
    fill();
    for (int round = 0; round < 20; round++) {
      for (long tile = 0; tile < TILES; tile++) {
        assertNotNull(cache.get(tile));
      }
    }
    for (long tile = TILES; tile < TILES + LATELY; tile++) {
      cache.put(tile, BODY);
    }
    for (long tile = TILES; tile < TILES + LATELY; tile++) {
      assertNotNull(cache.get(tile), "a tile was sent for nothing: " + tile);
    }
  }

  @Test
  void whatWasReadLatelyStaysAndAskingWhetherItIsThereIsNoReading() {
    fill();
    assertNotNull(cache.get(0));
    assertTrue(cache.contains(1));
    cache.put(TILES, BODY);
    assertNotNull(cache.get(0));
    assertNull(cache.get(1));
  }

  @Test
  void bytesAreCountedAndBounded() {
    fill();
    assertEquals(ENOUGH, cache.bytes());
    cache.put(0, BODY);
    assertEquals(TILES, cache.size(), "put twice, kept once");
    cache.put(TILES, BODY);
    assertEquals(ENOUGH, cache.bytes());
    cache.remove(TILES);
    assertEquals(TILES - 1, cache.size());
    cache.clear();
    assertEquals(0, cache.bytes());
  }

  @Test
  void oneThatIsLargerThanAllIsNotKeptAndPushesNothingOut() {
    var small = new EncodedTileCache(EncodedTileCache.ENTRY_BYTES);
    small.put(1, BODY);
    assertNull(small.get(1));
    assertEquals(0, small.bytes());
  }

  private void fill() {
    for (long tile = 0; tile < TILES; tile++) {
      cache.put(tile, BODY);
    }
  }
}
