package org.saccade.offload.netem;

import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.link.Link;
import org.saccade.offload.link.LinkState;
import org.saccade.offload.link.LinkStatistics;
import org.saccade.offload.netem.model.Direction;
import org.saccade.offload.netem.model.Headers;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.netem.model.Pipe;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.TileRepair;

/**
 * A link that obeys a model in both directions. A thread of its own takes in what arrives and lets
 * out what is due; it ends with the link. Connecting and the proof of datagrams are the inner
 * link's and are not slowed.
 */
final class EmulatedLink implements Link {
  private static final int LENGTH_PREFIX = 4;
  private static final int QUEUED_MESSAGES = 65_536;
  private static final long BUSY_NANOS = 200_000L;
  private static final long QUIET_NANOS = 1_000_000L;
  private static final int QUIET_AFTER = 50;

  private final Link inner;
  private final LongSupplier clock;
  private final long startNanos;
  private final Pipe outbound;
  private final Pipe inbound;
  private final PriorityBlockingQueue<Due> leaving = new PriorityBlockingQueue<>();
  private final PriorityQueue<Due> underWay = new PriorityQueue<>(); // the own thread's
  private final AtomicLong nextOrder = new AtomicLong();
  private final Queue<Due> arriving = new ConcurrentLinkedQueue<>(); // a frame takes from it
  private final AtomicInteger arrivingMessages = new AtomicInteger();
  private final Sink intake = (message, arrivedNanos) -> takeIn(message);
  private volatile boolean isClosed;

  /** A message and when it is through; of those through at once, the order they came in. */
  private record Due(long nanos, long order, Message message, boolean isReliable)
      implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(nanos, other.nanos);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private EmulatedLink(
      Link inner,
      NetworkTrace trace,
      Direction out,
      long seed,
      LongSupplier clock,
      long startNanos) {
    this.inner = inner;
    this.clock = clock;
    this.startNanos = startNanos;
    Direction in = out == Direction.UP ? Direction.DOWN : Direction.UP;
    outbound = new Pipe(trace, out, seed);
    inbound = new Pipe(trace, in, seed ^ 0x5DEECE66DL);
  }

  /**
   * Wraps a link.
   *
   * @param out the way of what this end sends
   * @param clock nanoseconds, monotonic
   * @param startNanos when the network began, on that clock
   */
  static EmulatedLink start(
      Link inner,
      NetworkTrace trace,
      Direction out,
      long seed,
      LongSupplier clock,
      long startNanos) {
    EmulatedLink link = new EmulatedLink(inner, trace, out, seed, clock, startNanos);
    Thread.ofPlatform().daemon().name("saccade-netem").start(link::run);
    return link;
  }

  @Override
  public boolean sendReliable(Message message) {
    return send(message, true);
  }

  @Override
  public boolean sendDatagram(Message message) {
    return send(message, !inner.state().datagramsPass());
  }

  private boolean send(Message message, boolean isReliable) {
    if (!inner.state().isUp()) {
      return false;
    }
    synchronized (outbound) {
      if (leaving.size() >= QUEUED_MESSAGES) {
        return false;
      }
      long due = through(outbound, message, isReliable);
      // What is lost has left, as far as the sender can tell.
      if (due != Pipe.LOST) {
        leaving.add(due(due, message, isReliable));
      }
      if (!isReliable && outbound.duplicateNanos() != Pipe.LOST) {
        leaving.add(due(outbound.duplicateNanos(), message, false));
      }
      return true;
    }
  }

  private Due due(long nanos, Message message, boolean isReliable) {
    return new Due(nanos, nextOrder.getAndIncrement(), message, isReliable);
  }

  private long through(Pipe pipe, Message message, boolean isReliable) {
    return isReliable
        ? pipe.sendReliable(now(), streamBytes(message))
        : pipe.sendDatagram(now(), datagramBytes(message));
  }

  /** What a message takes of the rate as a datagram: sealed, whether this link seals or not. */
  static int datagramBytes(Message message) {
    return Codec.encodedBytes(message) + Limits.SEAL_BYTES + Headers.UDP_BYTES;
  }

  private static int streamBytes(Message message) {
    int bytes = LENGTH_PREFIX + Codec.encodedBytes(message) + Limits.SEAL_BYTES;
    return bytes + Math.ceilDiv(bytes, Headers.SEGMENT_BYTES) * Headers.TCP_BYTES;
  }

  @Override
  public int drain(Sink sink, int atMost) {
    int count = 0;
    while (count < atMost) {
      Due next = arriving.peek();
      if (next == null || next.nanos > now()) {
        break;
      }
      arriving.remove();
      arrivingMessages.decrementAndGet();
      sink.take(next.message, startNanos + next.nanos);
      count++;
    }
    return count;
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
    isClosed = true;
  }

  /** Nanoseconds since the network began. */
  private long now() {
    return clock.getAsLong() - startNanos;
  }

  private void run() {
    int idle = 0;
    while (!isClosed && !inner.state().isDown()) {
      int moved = inner.drain(intake, QUEUED_MESSAGES) + letIn() + letOut();
      idle = moved > 0 ? 0 : Math.min(idle + 1, QUIET_AFTER);
      @Nullable Due next = leaving.peek();
      long rest = idle < QUIET_AFTER ? BUSY_NANOS : QUIET_NANOS;
      LockSupport.parkNanos(next == null ? rest : Math.clamp(next.nanos - now(), 1_000, rest));
    }
    leaving.forEach(due -> farewell(due.message));
    inner.close();
  }

  /** A goodbye that is still under way when the link closes is not held back. */
  private void farewell(Message message) {
    if (message instanceof Message.Bye || message instanceof Message.Refused) {
      inner.sendReliable(message);
    }
  }

  private void takeIn(Message message) {
    boolean isReliable = !isDatagram(message);
    long due = through(inbound, message, isReliable);
    if (due != Pipe.LOST && arrivingMessages.get() + underWay.size() < QUEUED_MESSAGES) {
      underWay.add(due(due, message, isReliable));
      if (!isReliable && inbound.duplicateNanos() != Pipe.LOST) {
        underWay.add(due(inbound.duplicateNanos(), message, false));
      }
    }
  }

  /** What arrives before this thread looks again is put where the frame finds it at its moment. */
  private int letIn() {
    int count = 0;
    long until = now() + QUIET_NANOS;
    for (Due next = underWay.peek(); next != null && next.nanos <= until; next = underWay.peek()) {
      arrivingMessages.incrementAndGet();
      arriving.add(underWay.remove());
      count++;
    }
    return count;
  }

  /** How the other end sent it: the inner link does not say. */
  private boolean isDatagram(Message message) {
    return inner.state().datagramsPass()
        && (message instanceof TileFragment
            || message instanceof TileRepair
            || message instanceof Message.Receipt
            || message instanceof Message.FovRequest);
  }

  private int letOut() {
    int count = 0;
    for (Due next = leaving.peek(); next != null && next.nanos <= now(); next = leaving.peek()) {
      boolean left =
          next.isReliable ? inner.sendReliable(next.message) : inner.sendDatagram(next.message);
      if (!left && next.isReliable && inner.state().isUp()) {
        break; // its queue is full: a stream waits
      }
      leaving.remove(next); // another may have become the first
      count++;
    }
    return count;
  }
}
