package org.saccade.offload.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
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
      assertTrue(inbox.offer(piece));
    }
    assertFalse(inbox.offer(piece), "the newest is what is dropped");
    assertTrue(inbox.offer(new Message.Bye(Reason.CLOSING)), "a small one still fits");
    assertEquals(1, inbox.dropped());
    assertEquals(1, inbox.drain(drained::add, 1));
    assertTrue(inbox.offer(piece), "taking one makes room for one");
    assertFalse(inbox.offer(piece));
  }

  @Test
  void holdsNoMoreMessagesThanItsBoundHoweverSmallTheyAre() {
    var inbox = new Inbox(2, 1 << 20);
    var bye = new Message.Bye(Reason.CLOSING);
    assertTrue(inbox.offer(bye));
    assertTrue(inbox.offer(bye));
    assertFalse(inbox.offer(bye));
    assertEquals(2, inbox.drain(drained::add, 10));
    assertTrue(inbox.offer(bye));
  }

  @Test
  void whatWasDroppedTakesNoRoomAfterwards() {
    var piece = largestPiece();
    var inbox = new Inbox(10, Codec.encodedBytes(piece));
    assertTrue(inbox.offer(piece));
    for (int i = 0; i < 100; i++) {
      assertFalse(inbox.offer(piece));
    }
    assertEquals(1, inbox.drain(drained::add, 10));
    assertTrue(inbox.offer(piece));
    assertEquals(100, inbox.dropped());
  }

  private static Message largestPiece() {
    var body = Bytes.wrap(new byte[Limits.STREAM_PIECE_BYTES]);
    return Fragmenter.forStream(body, 1).fragment(Samples.SESSION, 0, 0, new Wish(1, 0, 0), 0);
  }
}
