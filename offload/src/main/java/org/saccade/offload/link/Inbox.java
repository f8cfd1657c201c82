package org.saccade.offload.link;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Message;

/**
 * A queue from the link thread to a link's owner, bounded in messages and in their encoded bytes.
 * What does not fit is dropped and counted; what is inside stays. A dropped datagram is one more
 * that the network lost; a stream must have no gaps, so whoever offers ends the connection for a
 * dropped message of a stream.
 *
 * <p>There is no lock: whoever drains it may be a frame, which must not wait for a link thread that
 * the system has set aside.
 */
final class Inbox {
  private final int mostMessages;
  private final long mostBytes;
  private final Queue<Held> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger messages = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final LongAdder dropped = new LongAdder();

  private record Held(Message message, long arrivedNanos) {}

  Inbox(int mostMessages, long mostBytes) {
    this.mostMessages = mostMessages;
    this.mostBytes = mostBytes;
  }

  /** Whether the message is inside now; any thread. */
  boolean offer(Message message, long arrivedNanos) {
    int size = Codec.encodedBytes(message);
    int messagesThen = messages.incrementAndGet();
    long bytesThen = bytes.addAndGet(size);
    boolean fits = messagesThen <= mostMessages && bytesThen <= mostBytes;
    if (fits) {
      queue.add(new Held(message, arrivedNanos));
    } else {
      forget(size);
      dropped.increment();
    }
    return fits;
  }

  int drain(Link.Sink sink, int atMost) {
    int count = 0;
    while (count < atMost) {
      Held held = queue.poll();
      if (held == null) {
        break;
      }
      forget(Codec.encodedBytes(held.message));
      sink.take(held.message, held.arrivedNanos);
      count++;
    }
    return count;
  }

  private void forget(int size) {
    messages.decrementAndGet();
    bytes.addAndGet(-size);
  }

  long dropped() {
    return dropped.sum();
  }
}
