package org.saccade.offload.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.saccade.offload.edge.MemoryTiles;
import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.testing.Await;

final class DecodePoolTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final DecodePool pool = new DecodePool(1);

  @AfterEach
  void close() {
    pool.close();
  }

  private static long address(int cell) {
    return TileAddress.of(Shell.FAR, cell, 0, 0, Surface.FIRST, Face.POSITIVE_X, 0, 0, 0);
  }

  private void submitEmpty(int cell) {
    pool.submit(address(cell), TileBody.EMPTY, MemoryTiles.RECIPE, 1);
  }

  private void submitTextured(int cell) {
    pool.submit(address(cell), MemoryTiles.body(address(cell)), MemoryTiles.RECIPE, 1);
  }

  private boolean hasRoomForEmpty(int cell) {
    return pool.hasRoomFor(address(cell), TileBody.EMPTY, 0);
  }

  private static long close(@Nullable DecodeJob taken) {
    var job = Objects.requireNonNull(taken);
    DecodePool.closeTile(job.tile);
    return job.address;
  }

  @Test
  void whatShowsSomethingIsTakenApartFromWhatIsEmpty() {
    submitEmpty(0);
    submitTextured(1);
    submitTextured(2);
    // one thread: when it has decoded the second, the first is ready
    Await.until("two decoded", SOON, () -> pool.decoded() == 3);
    assertEquals(address(1), close(pool.take()));
    assertEquals(address(0), close(pool.takeEmpty()));
    assertEquals(address(2), close(pool.take()));
  }

  @Test
  void whatIsEmptyWaitsOnceAndTakesNoPlaceFromTheRest() {
    submitEmpty(0);
    assertEquals(0, pool.size());
    assertTrue(pool.keep(address(0), 2));
    assertFalse(pool.keep(address(1), 2));
    assertFalse(hasRoomForEmpty(0), "it is inside");
    assertEquals(address(0), close(pool.takeEmpty()));
    assertFalse(pool.keep(address(0), 3));
    assertTrue(hasRoomForEmpty(0));
    assertNull(pool.takeEmpty());
  }

  @Test
  void whatIsEmptyIsBoundedAndEveryOneOfItHasItsTurn() {
    List<Integer> left = new ArrayList<>();
    for (int cell = 0; cell < 600; cell++) {
      left.add(cell);
    }
    int rounds = 0;
    while (!left.isEmpty()) {
      rounds++;
      int put = 0;
      for (var cell : List.copyOf(left)) {
        if (hasRoomForEmpty(cell)) {
          submitEmpty(cell);
          left.remove(cell);
          put++;
        }
      }
      assertTrue(put > 0 && put <= DecodePool.MOST_EMPTY, "put in: " + put);
      for (int i = 0; i < put; i++) {
        close(pool.takeEmpty());
      }
    }
    assertTrue(rounds >= 3, "rounds: " + rounds);
    assertNull(pool.takeEmpty());
  }

  @Test
  void whatIsEmptyAndOfAnotherSceneComesOutSoAndHidesNoneOfThisOne() {
    submitEmpty(0);
    pool.disown();
    assertFalse(pool.keep(address(0), 2));
    submitEmpty(0);
    var foreign = Objects.requireNonNull(pool.takeEmpty());
    assertTrue(foreign.isForeign);
    assertTrue(pool.keep(address(0), 3), "its namesake is another");
    DecodePool.closeTile(foreign.tile);
    assertEquals(address(0), close(pool.takeEmpty()));
  }
}
