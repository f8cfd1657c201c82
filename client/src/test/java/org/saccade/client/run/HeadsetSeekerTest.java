package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

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
}
