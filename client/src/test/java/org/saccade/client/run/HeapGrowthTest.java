package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeapGrowthTest {
  @Test
  void looksOnceAfterATenthOfTheRunAndOnceAtItsEnd() {
    var heap = new HeapGrowth();
    heap.note(0.09);
    assertTrue(Double.isNaN(heap.earlyMib()));
    heap.note(0.1);
    double early = heap.earlyMib();
    assertTrue(early > 0);
    heap.note(0.5);
    assertEquals(early, heap.earlyMib());
    heap.end();
    assertTrue(heap.endMib() > 0);
  }
}
