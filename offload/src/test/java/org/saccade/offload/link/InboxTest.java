package org.saccade.offload.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Fragmenter;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.Samples;
import org.saccade.offload.protocol.Wish;
import org.saccade.render.tile.Bytes;

final class InboxTest {
  private final List<Message> drained = new ArrayList<>();

  @Test
  void holdsNoMoreBytesThanItsBoundHoweverFewTheMessages() {
    var piece = largestPiece();
    int bytes = Codec.encodedBytes(piece);
    var inbox = new Inbox(1_000, 3L * bytes + 100);
    for (int i = 0; i < 3; i++) {
      assertTrue(inbox.offer(piece, 7));
    }
    assertFalse(inbox.offer(piece, 7), "the newest is what is dropped");
    assertTrue(inbox.offer(new Message.Bye(Reason.CLOSING), 7), "a small one still fits");
    assertEquals(1, inbox.dropped());
    assertEquals(1, inbox.drain((message, at) -> drained.add(message), 1));
    assertTrue(inbox.offer(piece, 7), "taking one makes room for one");
    assertFalse(inbox.offer(piece, 7));
  }

  @Test
  void holdsNoMoreMessagesThanItsBoundHoweverSmallTheyAre() {
    var inbox = new Inbox(2, 1 << 20);
    var bye = new Message.Bye(Reason.CLOSING);
    assertTrue(inbox.offer(bye, 7));
    assertTrue(inbox.offer(bye, 7));
    assertFalse(inbox.offer(bye, 7));
    assertEquals(2, inbox.drain((message, at) -> drained.add(message), 10));
    assertTrue(inbox.offer(bye, 7));
  }

  @Test
  void saysWhenAMessageCameAndNotWhenItIsTaken() {
    var inbox = new Inbox(2, 1 << 20);
    inbox.offer(new Message.Bye(Reason.CLOSING), 7);
    inbox.offer(new Message.Bye(Reason.CLOSING), 9);
    List<Long> arrivals = new ArrayList<>();
    inbox.drain((message, at) -> arrivals.add(at), 10);
    assertEquals(List.of(7L, 9L), arrivals);
  }

  @Test
  void whatWasDroppedTakesNoRoomAfterwards() {
    var piece = largestPiece();
    var inbox = new Inbox(10, Codec.encodedBytes(piece));
    assertTrue(inbox.offer(piece, 7));
    for (int i = 0; i < 100; i++) {
      assertFalse(inbox.offer(piece, 7));
    }
    assertEquals(1, inbox.drain((message, at) -> drained.add(message), 10));
    assertTrue(inbox.offer(piece, 7));
    assertEquals(100, inbox.dropped());
  }

  @Test
  void whoDrainsNeverWaitsForThoseWhoFill() throws InterruptedException {
    var inbox = new Inbox(1_000, 1 << 20);
    var bye = new Message.Bye(Reason.CLOSING);
    var isOver = new AtomicBoolean();
    List<Thread> fillers = new ArrayList<>();
    for (int i = 0; i < 3; i++) { // more than there are cores here: some are set aside in mid-call
      fillers.add(
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    while (!isOver.get()) {
                      inbox.offer(bye, 7);
                    }
                  }));
    }
    int taken = 0;
    var threads = ManagementFactory.getThreadMXBean();
    var before = threads.getThreadInfo(Thread.currentThread().threadId());
    while (taken < 100_000) {
      taken += inbox.drain((message, at) -> {}, 100);
    }
    var after = threads.getThreadInfo(Thread.currentThread().threadId());
    isOver.set(true);
    for (var filler : fillers) {
      filler.join();
    }
    assertEquals(before.getWaitedCount(), after.getWaitedCount(), "parked");
    assertEquals(before.getBlockedCount(), after.getBlockedCount(), "blocked");
  }

  private static Message largestPiece() {
    var body = Bytes.wrap(new byte[Limits.STREAM_PIECE_BYTES]);
    return Fragmenter.forStream(body, 1).fragment(Samples.SESSION, 0, 0, new Wish(1, 0, 0), 0);
  }
}
