package org.saccade.render.panorama;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SlotTableTest {
  @Test
  void remembersAndForgetsLikeAMap() {
    var random = new Random(3);
    var table = new SlotTable(100);
    var expected = new HashMap<Long, Integer>();
    for (int step = 0; step < 50_000; step++) {
      long address = random.nextInt(150) * 0x0001_0000_4000L;
      if (expected.containsKey(address) || expected.size() == 100) {
        table.remove(address);
        expected.remove(address);
      } else {
        table.put(address, step);
        expected.put(address, step);
      }
      long probe = random.nextInt(150) * 0x0001_0000_4000L;
      assertEquals(expected.getOrDefault(probe, -1), table.find(probe));
    }
  }
}
