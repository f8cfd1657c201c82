package org.saccade.render.panorama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RangeAllocatorTest {
  private record Range(int start, int length) {}

  @Test
  void rangesNeverOverlapAndAllComesBack() {
    var random = new Random(7);
    var allocator = new RangeAllocator(1000);
    var used = new BitSet();
    var taken = new ArrayList<Range>();
    for (int step = 0; step < 20_000; step++) {
      int length = 1 + random.nextInt(60);
      int start = random.nextInt(3) > 0 ? allocator.take(length) : -1;
      if (start >= 0) {
        assertEquals(0, used.get(start, start + length).cardinality());
        assertTrue(start + length <= 1000);
        used.set(start, start + length);
        taken.add(new Range(start, length));
      } else if (!taken.isEmpty()) {
        Collections.swap(taken, random.nextInt(taken.size()), taken.size() - 1);
        Range gone = taken.removeLast();
        allocator.give(gone.start, gone.length);
        used.clear(gone.start, gone.start + gone.length);
      }
      assertEquals(1000 - used.cardinality(), allocator.freeUnits());
    }
    taken.forEach(range -> allocator.give(range.start, range.length));
    assertEquals(0, allocator.take(1000));
  }

  @Test
  void whatIsTooLongIsRefused() {
    var allocator = new RangeAllocator(10);
    assertEquals(-1, allocator.take(11));
    assertEquals(0, allocator.take(10));
    assertEquals(-1, allocator.take(1));
  }
}
