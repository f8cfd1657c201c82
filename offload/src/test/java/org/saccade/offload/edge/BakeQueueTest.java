package org.saccade.offload.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BakeQueueTest {
  private final BakeQueue queue = new BakeQueue();

  private static List<Bake> whole(long... faces) {
    return Arrays.stream(faces).mapToObj(face -> new Bake(face, false)).toList();
  }

  private Bake take() throws InterruptedException {
    Bake bake = queue.take();
    if (bake == null) {
      throw new AssertionError("the queue is closed");
    }
    return bake;
  }

  private Bake bakeOne() throws InterruptedException {
    Bake bake = take();
    queue.finish(bake, true, 0);
    return bake;
  }

  private List<Long> bakeFaces(int count) throws InterruptedException {
    List<Long> order = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      order.add(bakeOne().face());
    }
    return order;
  }

  @Test
  void sessionsTakeTurnsEachWithItsBestFace() throws InterruptedException {
    queue.replace(1, whole(10, 11, 12));
    queue.replace(2, whole(20, 21, 22));
    assertEquals(List.of(10L, 20L, 11L, 21L, 12L, 22L), bakeFaces(6));
    assertEquals(0, queue.size());
  }

  @Test
  void aFaceTwoSessionsWaitForIsBakedOnce() throws InterruptedException {
    queue.replace(1, whole(10, 11));
    queue.replace(2, whole(10, 12));
    assertEquals(3, queue.size());
    assertEquals(List.of(10L, 12L, 11L), bakeFaces(3));
  }

  @Test
  void theNewestListReplacesTheOlder() throws InterruptedException {
    queue.replace(1, whole(10, 11));
    queue.replace(1, whole(12));
    assertEquals(List.of(12L), bakeFaces(1));
    assertEquals(0, queue.size());
  }

  @Test
  void aWholeFaceAfterItsDraftAndNoDraftAfterTheWholeFace() throws InterruptedException {
    var draft = new Bake(10, true);
    var whole = new Bake(10, false);
    queue.replace(1, List.of(draft, whole));
    queue.replace(2, List.of(whole, draft));
    assertEquals(1, queue.size());
    assertEquals(draft, bakeOne());
    assertEquals(whole, bakeOne());
    assertEquals(0, queue.size());
    queue.replace(1, List.of(whole, draft));
    assertEquals(whole, bakeOne());
    assertEquals(0, queue.size());
  }

  @Test
  void aFailedFaceIsLeftAloneForAWhile() throws InterruptedException {
    queue.replace(1, List.of(new Bake(10, true), new Bake(10, false)));
    queue.finish(take(), false, 0);
    assertTrue(queue.hasFailed(10, BakeQueue.FAILED_NANOS));
    assertEquals(0, queue.size());
    queue.replace(1, whole(10, 11));
    assertEquals(List.of(11L), bakeFaces(1));
    assertFalse(queue.hasFailed(10, BakeQueue.FAILED_NANOS + 1));
    assertEquals(List.of(10L), bakeFaces(1));
  }

  @Test
  void closingEndsTheWaiting() throws InterruptedException {
    queue.close();
    assertNull(queue.take());
  }
}
