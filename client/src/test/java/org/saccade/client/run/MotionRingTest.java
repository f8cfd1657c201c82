package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class MotionRingTest {
  private static final int ROWS = 1_000_000;

  @Test
  void aFullRingHasNoRowUntilOneWasTaken() {
    var ring = new MotionRing(3);
    for (int i = 0; i < 3; i++) {
      put(ring, i);
    }
    assertNull(ring.free());
    assertEquals(0, assertNotNullRow(ring.next()).nanos);
    ring.take();
    put(ring, 3);
    assertNull(ring.free());
    for (int i = 1; i < 4; i++) {
      assertEquals(i, assertNotNullRow(ring.next()).nanos);
      ring.take();
    }
    assertNull(ring.next());
  }

  @Test
  void rowsCrossWholeAndInOrder() throws Exception {
    var ring = new MotionRing(64);
    var reader =
        new FutureTask<>(
            () -> {
              long wrong = 0;
              for (int expected = 0; expected < ROWS; ) {
                var row = ring.next();
                if (row == null) {
                  Thread.onSpinWait();
                  continue;
                }
                wrong += row.nanos == expected && row.gazeNanos == -expected ? 0 : 1;
                ring.take();
                expected++;
              }
              return wrong;
            });
    Thread.ofPlatform().daemon().start(reader);
    for (int i = 0; i < ROWS; i++) {
      while (ring.free() == null) {
        Thread.onSpinWait();
      }
      put(ring, i);
    }
    assertEquals(0L, reader.get());
  }

  private static void put(MotionRing ring, int number) {
    var row = assertNotNullRow(ring.free());
    row.nanos = number;
    row.gazeNanos = -number;
    ring.put();
  }

  private static MotionRing.Row assertNotNullRow(
      MotionRing.@org.jspecify.annotations.Nullable Row row) {
    assertNotNull(row);
    return row;
  }
}
