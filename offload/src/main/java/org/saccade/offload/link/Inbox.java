package org.saccade.offload.link;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Message;

/**
 * A queue from the link thread to a link's owner, bounded in messages and in their encoded bytes.
 * What does not fit is dropped and counted; what is inside stays. A dropped datagram is one more
 * that the network lost; a stream must have no gaps, so whoever offers ends the connection for a
 * dropped message of a stream.
 */
final class Inbox {
  private final long mostBytes;
  private final Queue<Held> queue;
  private final AtomicLong bytes = new AtomicLong();
  private final LongAdder dropped = new LongAdder();

  private record Held(Message message, long arrivedNanos) {}

  Inbox(int mostMessages, long mostBytes) {
    this.mostBytes = mostBytes;
    queue = new ArrayBlockingQueue<>(mostMessages);
  }

  /** Whether the message is inside now; any thread. */
  boolean offer(Message message, long arrivedNanos) {
    int size = Codec.encodedBytes(message);
    boolean fits =
        bytes.addAndGet(size) <= mostBytes && queue.offer(new Held(message, arrivedNanos));
    if (!fits) {
      bytes.addAndGet(-size);
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
      bytes.addAndGet(-Codec.encodedBytes(held.message));
      sink.take(held.message, held.arrivedNanos);
      count++;
    }
    return count;
  }

  long dropped() {
    return dropped.sum();
  }
}
