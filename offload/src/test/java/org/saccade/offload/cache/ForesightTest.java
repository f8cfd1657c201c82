package org.saccade.offload.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

@NullMarked
final class ForesightTest {
  private static final long SECOND = 1_000_000_000L;

  private final Foresight foresight = new Foresight(2);

  private static long tile(int cell, int x) {
    return TileAddress.of(Shell.FAR, cell, 0, 0, Surface.FIRST, Face.NEGATIVE_Z, 2, x, 0);
  }

  /** Somebody walks through cells 0 to 9, a second each, and asks for one tile of each. */
  private void walk(long visitor, long fromSecond, int x) {
    for (int cell = 0; cell < 10; cell++) {
      foresight.requested(visitor, tile(cell, x), (fromSecond + cell) * SECOND);
    }
  }

  @Test
  void aTileThatSomebodyWillSoonReachIsWorthMoreThanOneLeftBehind() {
    walk(1, 0, 1);
    long now = 100 * SECOND;
    foresight.requested(2, tile(3, 2), now);
    foresight.requested(2, tile(4, 2), now + SECOND);
    assertTrue(
        foresight.worth(tile(6, 1), now + SECOND) > foresight.worth(tile(2, 1), now + SECOND));
    assertTrue(
        foresight.worth(tile(6, 1), now + SECOND) > foresight.worth(tile(8, 1), now + SECOND));
  }

  @Test
  void ofTheSameCellATileThatMoreAskForIsWorthMore() {
    for (int visitor = 0; visitor < 8; visitor++) {
      walk(visitor, 20L * visitor, visitor < 6 ? 1 : 2);
    }
    assertTrue(
        foresight.worth(tile(5, 1), 200 * SECOND) > foresight.worth(tile(5, 2), 200 * SECOND));
  }

  @Test
  void whoHasATileDoesNotAskForItAgain() {
    walk(1, 0, 1);
    foresight.requested(2, tile(0, 2), 50 * SECOND);
    double before = foresight.worth(tile(0, 1), 50 * SECOND);
    foresight.requested(2, tile(0, 1), 50 * SECOND);
    assertTrue(foresight.worth(tile(0, 1), 50 * SECOND) < before);
  }

  @Test
  void anUnknownCellIsWorthNothing() {
    walk(1, 0, 1);
    assertEquals(0, foresight.worth(tile(99, 1), SECOND));
  }

  @Test
  void aCacheKeepsItsBoundAndWhatItIsGivenToKeep() {
    var cache = new ForeseeingCache<Integer>(1_000, 2, 1);
    var random = new SplittableRandom(5);
    for (int i = 0; i < 5_000; i++) {
      int bytes = 1 + random.nextInt(300);
      long tile = tile(random.nextInt(40), random.nextInt(4));
      cache.requested(random.nextInt(5), tile, i * SECOND);
      cache.put(tile, i, bytes, i * SECOND);
      assertTrue(cache.bytes() <= 1_000);
      assertEquals(i, cache.get(tile));
    }
    assertTrue(cache.size() > 1);
    cache.put(tile(0, 0), 7, 1_001, 0);
    assertNull(cache.get(tile(0, 0)), "larger than the whole");
  }

  @Test
  void anOfferThatIsWorthLessThanWhatIsThereIsNotTaken() {
    var cache = new ForeseeingCache<Integer>(3, 2, 1);
    for (int cell = 0; cell < 3; cell++) {
      cache.requested(1, tile(cell, 1), cell * SECOND);
      cache.put(tile(cell, 1), cell, 1, cell * SECOND);
    }
    cache.offer(tile(50, 1), 50, 1, 3 * SECOND);
    assertFalse(cache.contains(tile(50, 1)));
    assertNotNull(cache.get(tile(0, 1)));
    cache.put(tile(50, 1), 50, 1, 3 * SECOND);
    assertTrue(cache.contains(tile(50, 1)));
    assertEquals(3, cache.size());
  }
}
