package org.saccade.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@NullMarked
@Timeout(30)
final class SoundHandoverTest {
  private static final int COUNT = 200_000;

  @Test
  void isTakenOnceAndIsTheNewest() {
    var latest = new LatestHearing(1);
    assertNull(latest.take());
    for (int i = 1; i <= 5; i++) {
      fill(latest.draft(), i);
      latest.publish();
    }
    var taken = java.util.Objects.requireNonNull(latest.take());
    assertEquals(5, taken.eye().x);
    assertNull(latest.take());
  }

  @Test
  void isWholeAndNeverOlderThanTheOneBefore() throws InterruptedException {
    var latest = new LatestHearing(1);
    var writer =
        new Thread(
            () -> {
              for (int i = 1; i <= COUNT; i++) {
                fill(latest.draft(), i);
                latest.publish();
              }
            });
    writer.start();
    float before = 0;
    while (before < COUNT) {
      var taken = latest.take();
      if (taken != null) {
        float number = taken.eye().x;
        assertTrue(number > before, "%s after %s".formatted(number, before));
        assertEquals(number, taken.place(0).y, "torn");
        before = number;
      }
    }
    writer.join();
  }

  private static void fill(Hearing hearing, int number) {
    hearing.head(new Vector3d(number, 0, 0), new Quaternionf());
    hearing.place(0).set(0, number, 0);
  }
}
