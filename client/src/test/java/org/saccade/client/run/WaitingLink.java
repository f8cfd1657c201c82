package org.saccade.client.run;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.saccade.offload.link.Link;
import org.saccade.offload.link.LinkState;
import org.saccade.offload.link.LinkStatistics;
import org.saccade.offload.protocol.Message;

/** A link that does what none may: it lets the frame thread wait whenever it looks for messages. */
@NullMarked
record WaitingLink(Link inner, long waitNanos) implements Link {
  @Override
  public int drain(Sink sink, int atMost) {
    long endNanos = System.nanoTime() + waitNanos;
    for (long left = waitNanos; left > 0; left = endNanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return inner.drain(sink, atMost);
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
  public LinkState state() {
    return inner.state();
  }

  @Override
  public long receivedBytes() {
    return inner.receivedBytes();
  }

  @Override
  public LinkStatistics statistics() {
    return inner.statistics();
  }

  @Override
  public void close() {
    inner.close();
  }
}
