package org.saccade.offload.link;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.saccade.offload.protocol.Message;

/** A bounded queue from the link thread to a link's owner; what does not fit is counted. */
final class Inbox {
  private final Queue<Message> queue;
  private final LongAdder dropped = new LongAdder();

  Inbox(int capacity) {
    queue = new ArrayBlockingQueue<>(capacity);
  }

  boolean offer(Message message) {
    boolean fits = queue.offer(message);
    if (!fits) {
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
      sink.accept(message);
      count++;
    }
    return count;
  }

  long dropped() {
    return dropped.sum();
  }
}
