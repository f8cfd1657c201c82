package org.saccade.offload.netem.relay;

import java.util.PriorityQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.saccade.offload.netem.model.Direction;
import org.saccade.offload.netem.model.Headers;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.netem.model.Pipe;

/** One direction of the emulated network, which all devices share. The relay's thread. */
final class Way {
  private final Pipe pipe;
  private final LongSupplier sinceStart;
  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private long order;

  /**
   * @param sinceStart nanoseconds since the network began
   */
  Way(NetworkTrace trace, Direction direction, long seed, LongSupplier sinceStart) {
    pipe = new Pipe(trace, direction, seed);
    this.sinceStart = sinceStart;
  }

  /** Lets a datagram through, late, twice or not at all. */
  void datagram(int size, Runnable deliver) {
    long droppedBefore = pipe.dropped();
    long arrives = pipe.sendDatagram(sinceStart.getAsLong(), size + Headers.UDP_BYTES);
    if (arrives == Pipe.LOST) {
      (pipe.dropped() > droppedBefore ? dropped : lost).increment();
      return;
    }
    at(arrives, size, deliver);
    if (pipe.duplicateNanos() != Pipe.LOST) {
      at(pipe.duplicateNanos(), size, deliver);
    }
  }

  /** Lets a segment of a stream through, in its order. */
  void segment(int size, Runnable deliver) {
    at(pipe.sendReliable(sinceStart.getAsLong(), size + Headers.TCP_BYTES), size, deliver);
  }

  private void at(long nanos, int size, Runnable deliver) {
    if (nanos != Pipe.NEVER) {
      Runnable counted =
          () -> {
            bytes.add(size);
            deliver.run();
          };
      due.add(new Due(nanos, order++, counted));
    }
  }

  /** The operating system had no room for a datagram. */
  void hadNoRoom() {
    dropped.increment();
  }

  /** Does what is due; gives how long until the next, {@link Long#MAX_VALUE} for nothing. */
  long deliver() {
    for (var next = due.peek(); next != null; next = due.peek()) {
      long left = next.nanos() - sinceStart.getAsLong();
      if (left > 0) {
        return left;
      }
      due.remove();
      next.what().run();
    }
    return Long.MAX_VALUE;
  }

  long bytes() {
    return bytes.sum();
  }

  long lost() {
    return lost.sum();
  }

  long dropped() {
    return dropped.sum();
  }
}
