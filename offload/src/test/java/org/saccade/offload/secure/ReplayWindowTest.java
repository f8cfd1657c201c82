package org.saccade.offload.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The ring of bits against a set that never forgets. */
final class ReplayWindowTest {
  @Property(tries = 200)
  void remembersWhatASetRemembers(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40_000) int spread) {
    Random random = new Random(seed);
    ReplayWindow window = new ReplayWindow();
    Set<Long> used = new HashSet<>();
    long highest = -1;
    for (int i = 0; i < 2_000; i++) {
      long counter = Math.max(0, highest + random.nextInt(2 * spread) - spread + 1);
      boolean isTooOld = highest - counter >= ReplayWindow.COUNTERS;
      assertEquals(isTooOld, window.isTooOld(counter));
      if (!isTooOld) {
        assertEquals(used.contains(counter), window.isUsed(counter), "counter " + counter);
        if (used.add(counter)) {
          window.use(counter);
          highest = Math.max(highest, counter);
        }
      }
    }
    assertEquals(highest, window.highest());
  }

  @Test
  void aJumpToTheLastCounterOfAllIsOneStep() {
    ReplayWindow window = new ReplayWindow();
    window.use(3);
    assertFalse(window.isTooOld(Long.MAX_VALUE));
    window.use(Long.MAX_VALUE);
    assertTrue(window.isUsed(Long.MAX_VALUE));
    assertTrue(window.isTooOld(3));
    assertFalse(window.isTooOld(Long.MAX_VALUE - ReplayWindow.COUNTERS + 1));
    assertFalse(window.isUsed(Long.MAX_VALUE - ReplayWindow.COUNTERS + 1));
  }
}
