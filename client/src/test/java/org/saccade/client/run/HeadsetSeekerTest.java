package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.saccade.testing.Await;

final class HeadsetSeekerTest {
  @Test
  void looksMoreAndMoreSeldomButNotForEverMore() {
    long pause = 1_000;
    long looks = 0;
    for (long millis = 0; millis < 600_000; millis += pause) {
      long next = HeadsetSeeker.longer(pause);
      assertTrue(next >= pause && next <= 8_000, () -> "a pause of " + next);
      pause = next;
      looks++;
    }
    assertTrue(looks > 70 && looks < 90, "in ten minutes: " + looks);
  }

  @Test
  void pausesAsLongAsItShouldBetweenLooksInVain() {
    List<Long> pauses = new CopyOnWriteArrayList<>();
    var seeker =
        new HeadsetSeeker(
            () -> {
              throw new IllegalStateException("no runtime");
            },
            millis -> {
              pauses.add(millis);
              if (pauses.size() == 20) {
                sleepUntilInterrupted(); // by its end
              }
            });
    seeker.start();
    Await.until("some looks", Duration.ofSeconds(20), () -> pauses.size() == 20);
    seeker.close();
    assertEquals(List.of(0L, 1_000L), pauses.subList(0, 2));
    for (int i = 2; i < pauses.size(); i++) {
      assertEquals(HeadsetSeeker.longer(pauses.get(i - 1)), pauses.get(i));
    }
    assertEquals(20, pauses.size(), "nobody looks after the end");
  }

  private static void sleepUntilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
