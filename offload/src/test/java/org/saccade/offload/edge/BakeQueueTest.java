package org.saccade.offload.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BakeQueueTest {
  private final BakeQueue queue = new BakeQueue();

  private long bakeOne() throws InterruptedException {
    long face = queue.take();
    queue.finish(face, true, 0);
    return face;
  }

  @Test
  void sessionsTakeTurnsEachWithItsBestFace() throws InterruptedException {
    queue.replace(1, new long[] {10, 11, 12});
    queue.replace(2, new long[] {20, 21, 22});
    List<Long> order = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      order.add(bakeOne());
    }
    assertEquals(List.of(10L, 20L, 11L, 21L, 12L, 22L), order);
    assertEquals(0, queue.size());
  }

  @Test
  void aFaceTwoSessionsWaitForIsBakedOnce() throws InterruptedException {
    queue.replace(1, new long[] {10, 11});
    queue.replace(2, new long[] {10, 12});
    assertEquals(3, queue.size());
    assertEquals(List.of(10L, 12L, 11L), List.of(bakeOne(), bakeOne(), bakeOne()));
  }

  @Test
  void theNewestListReplacesTheOlder() throws InterruptedException {
    queue.replace(1, new long[] {10, 11});
    queue.replace(1, new long[] {12});
    assertEquals(12, bakeOne());
    assertEquals(0, queue.size());
  }

  @Test
  void aFailedFaceIsLeftAloneForAWhile() throws InterruptedException {
    queue.replace(1, new long[] {10});
    queue.finish(queue.take(), false, 0);
    assertTrue(queue.hasFailed(10, BakeQueue.FAILED_NANOS));
    queue.replace(1, new long[] {10, 11});
    assertEquals(11, bakeOne());
    assertFalse(queue.hasFailed(10, BakeQueue.FAILED_NANOS + 1));
    assertEquals(10, bakeOne());
  }

  @Test
  void closingEndsTheWaiting() throws InterruptedException {
    queue.close();
    assertEquals(BakeQueue.NONE, queue.take());
  }
}
