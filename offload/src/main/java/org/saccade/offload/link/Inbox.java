package org.saccade.offload.link;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
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
  private final Queue<Message> queue;
  private final AtomicLong bytes = new AtomicLong();
  private final LongAdder dropped = new LongAdder();

  Inbox(int mostMessages, long mostBytes) {
    this.mostBytes = mostBytes;
    queue = new ArrayBlockingQueue<>(mostMessages);
  }

  /** Whether the message is inside now; any thread. */
  boolean offer(Message message) {
    int size = Codec.encodedBytes(message);
    boolean fits = bytes.addAndGet(size) <= mostBytes && queue.offer(message);
    if (!fits) {
      bytes.addAndGet(-size);
      dropped.increment();
    }
    return fits;
  }

  int drain(Consumer<? super Message> sink, int atMost) {
    int count = 0;
    while (count < atMost) {
      Message message = queue.poll();
      if (message == null) {
        break;
      }
      bytes.addAndGet(-Codec.encodedBytes(message));
      sink.accept(message);
      count++;
    }
    return count;
  }

  long dropped() {
    return dropped.sum();
  }
}
