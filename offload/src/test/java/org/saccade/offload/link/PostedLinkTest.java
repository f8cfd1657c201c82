package org.saccade.offload.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.testing.Await;

@Timeout(30)
final class PostedLinkTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final LoopbackLink.Pair pair = LoopbackLink.pair(System::nanoTime);
  private final List<Message> arrived = new CopyOnWriteArrayList<>();

  /** A link whose sends wait for a lock that nobody gives back until {@code free} opens. */
  private record Held(Link inner, CountDownLatch reached, CountDownLatch free) implements Link {
    private void hold() {
      reached.countDown();
      try {
        free.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public boolean sendReliable(Message message) {
      hold();
      return inner.sendReliable(message);
    }

    @Override
    public boolean sendDatagram(Message message) {
      hold();
      return inner.sendDatagram(message);
    }

    @Override
    public int drain(Sink sink, int atMost) {
      return inner.drain(sink, atMost);
    }

    @Override
    public LinkState state() {
      return inner.state();
    }

    @Override
    public LinkStatistics statistics() {
      return inner.statistics();
    }

    @Override
    public long receivedBytes() {
      return inner.receivedBytes();
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  private int arrivals() {
    pair.edge().drain((message, at) -> arrived.add(message), 100);
    return arrived.size();
  }

  private static Message probe(int number) {
    return new Message.Probe(7, number, false);
  }

  @Test
  void nobodyWaitsForALockInsideAndOfDatagramsTheNewestLeaves() throws InterruptedException {
    var reached = new CountDownLatch(1);
    var free = new CountDownLatch(1);
    try (var link = PostedLink.over(new Held(pair.device(), reached, free))) {
      assertTrue(link.sendDatagram(probe(0)));
      reached.await();
      for (int i = 1; i <= 100; i++) {
        assertTrue(link.sendDatagram(probe(i))); // with the lock held, or this would not end
      }
      free.countDown();
      Await.until("both", SOON, () -> arrivals() >= 2);
      assertEquals(List.of(probe(0), probe(100)), arrived);
    }
  }

  @Test
  void aLinkThatLetsTooMuchLieEnds() throws InterruptedException {
    var reached = new CountDownLatch(1);
    var free = new CountDownLatch(1);
    try (var link = PostedLink.over(new Held(pair.device(), reached, free))) {
      assertTrue(link.sendReliable(probe(0)));
      reached.await();
      for (int i = 0; i < PostedLink.MOST_LETTERS; i++) {
        assertTrue(link.sendReliable(probe(i)));
        assertTrue(link.sendDatagram(probe(i)), "these replace each other");
      }
      assertTrue(link.state().isUp());
      assertFalse(link.sendReliable(probe(-1)));
      assertTrue(link.state().isDown());
      assertTrue(link.state().words().contains("64 messages wait"), link.state().words());
      assertTrue(pair.device().state().isDown(), "also the link inside");
      assertFalse(link.sendReliable(probe(-1)));
      assertFalse(link.sendDatagram(probe(-1)));
      free.countDown();
    }
  }

  @Test
  void whatWasGivenBeforeTheEndLeavesAndTheGoodbyeLast() throws InterruptedException {
    var reached = new CountDownLatch(1);
    var free = new CountDownLatch(1);
    var bye = new Message.Bye(Reason.GOODBYE);
    var link = PostedLink.over(new Held(pair.device(), reached, free));
    assertTrue(link.sendDatagram(probe(0)));
    reached.await();
    assertTrue(link.sendDatagram(probe(1)));
    assertTrue(link.sendReliable(bye));
    link.close();
    free.countDown();
    Await.until("all", SOON, () -> arrivals() >= 3);
    assertEquals(List.of(probe(0), probe(1), bye), arrived);
    Await.until("the end", SOON, () -> pair.device().state().isDown());
  }

  /** A link that ends some looks after it was closed, as one with a thread of its own does. */
  private record Lingering(Link inner, AtomicInteger looks) implements Link {
    private static final int OPEN = -1;

    @Override
    public LinkState state() {
      if (looks.get() != OPEN && looks.incrementAndGet() == 5) {
        inner.close();
      }
      return inner.state();
    }

    @Override
    public void close() {
      looks.compareAndSet(OPEN, 0);
    }

    @Override
    public boolean sendReliable(Message message) {
      return inner.sendReliable(message);
    }

    @Override
    public boolean sendDatagram(Message message) {
      return inner.sendDatagram(message);
    }

    @Override
    public int drain(Sink sink, int atMost) {
      return inner.drain(sink, atMost);
    }

    @Override
    public LinkStatistics statistics() {
      return inner.statistics();
    }

    @Override
    public long receivedBytes() {
      return inner.receivedBytes();
    }
  }

  @Test
  void whoWaitsForTheEndWaitsForTheLinkInsideToo() {
    var lingering = new Lingering(pair.device(), new AtomicInteger(Lingering.OPEN));
    var link = PostedLink.over(lingering);
    assertTrue(link.sendReliable(new Message.Bye(Reason.GOODBYE)));
    link.close();
    Await.until("the postman's end", SOON, () -> lingering.looks.get() != Lingering.OPEN);
    link.closeAndWait();
    assertTrue(pair.device().state().isDown());
  }

  @Test
  void nobodyWaitsForLongForALinkThatIsStuck() throws InterruptedException {
    var reached = new CountDownLatch(1);
    var free = new CountDownLatch(1);
    var link = PostedLink.over(new Held(pair.device(), reached, free));
    assertTrue(link.sendReliable(new Message.Bye(Reason.GOODBYE)));
    reached.await();
    link.closeAndWait(); // or this would not end
    assertEquals(0, arrivals());
    free.countDown();
  }

  @Test
  void aGoodbyeLeavesBeforeTheEndAndNothingAfterIt() {
    var bye = new Message.Bye(Reason.GOODBYE);
    var link = PostedLink.over(pair.device());
    assertTrue(link.sendReliable(bye));
    link.close();
    Await.until("the end", SOON, () -> link.state().isDown());
    assertEquals(1, arrivals());
    assertEquals(List.of(bye), arrived);
    assertFalse(link.sendReliable(bye));
    assertFalse(link.sendDatagram(bye));
  }
}
