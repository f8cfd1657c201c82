package org.saccade.offload.netem.model;

import java.util.ArrayDeque;
import java.util.SplittableRandom;

/**
 * One direction of a network: a drop-tail queue before a bottleneck of changing rate, half the
 * round trip behind it, loss, and what else {@link Disturbance} names. Pure: same seed and same
 * calls, same answers. Calls come with times that do not fall; one thread.
 */
public final class Pipe {
  /** The datagram is lost. */
  public static final long LOST = -1;

  /** Nothing leaves any more, as the network has ended at rate 0. */
  public static final long NEVER = Long.MAX_VALUE;

  private final NetworkTrace trace;
  private final Direction direction;
  private final long queueBytes;
  private final SplittableRandom random;
  private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
  private long waitingBytes;
  private long busyUntil;
  private final Losses losses;
  private long lastArrival;
  private long lastLeaves;
  private long duplicateArrival = LOST;
  private long dropped;
  private long lost;

  private record Waiting(long leavesNanos, int bytes) {}

  public Pipe(NetworkTrace trace, Direction direction, long seed) {
    this.trace = trace;
    this.direction = direction;
    this.queueBytes = trace.queueBytes(direction);
    this.random = new SplittableRandom(seed);
    this.losses = new Losses(random);
  }

  /**
   * Sends a datagram.
   *
   * @param now nanoseconds since the trace's start
   * @param bytes with all headers
   * @return when it arrives, {@link #LOST} or {@link #NEVER}
   */
  public long sendDatagram(long now, int bytes) {
    settle(now);
    duplicateArrival = LOST;
    if (waitingBytes + bytes > queueBytes) {
      lastLeaves = leaving(now, bytes);
      dropped++;
      return LOST;
    }
    long leaves = enqueue(now, bytes);
    lastLeaves = leaves;
    if (leaves == NEVER) {
      return NEVER;
    }
    if (isLost(leaves)) {
      lost++;
      return LOST;
    }
    return datagramArrival(leaves);
  }

  /** When a second copy of the datagram sent last arrives, or {@link #LOST} for none. */
  public long duplicateNanos() {
    return duplicateArrival;
  }

  /**
   * When the datagram sent last is through the bottleneck, lost behind it or not; for one that
   * found the queue full, when it would have been.
   */
  public long lastLeavesNanos() {
    return lastLeaves;
  }

  /**
   * Sends a part of a stream: never lost, but a loss costs a round trip more, and what comes after
   * it waits for it.
   *
   * @return when it arrives, or {@link #NEVER}
   */
  public long sendReliable(long now, int bytes) {
    settle(now);
    long leaves = enqueue(now, bytes);
    if (leaves == NEVER) {
      return NEVER;
    }
    boolean again = isLost(leaves);
    return arrival(again ? leaves + row(leaves).rttNanos() : leaves);
  }

  /** Bytes that wait before the bottleneck. */
  public long waitingBytes(long now) {
    settle(now);
    return waitingBytes;
  }

  /** Datagrams that found the queue full. */
  public long dropped() {
    return dropped;
  }

  /** Datagrams lost behind the queue. */
  public long lost() {
    return lost;
  }

  private void settle(long now) {
    for (Waiting first = queue.peek();
        first != null && first.leavesNanos <= now;
        first = queue.peek()) {
      waitingBytes -= first.bytes;
      queue.remove();
    }
  }

  private long leaving(long now, int bytes) {
    return busyUntil == NEVER ? NEVER : served(Math.max(now, busyUntil), bytes);
  }

  private long enqueue(long now, int bytes) {
    long leaves = leaving(now, bytes);
    busyUntil = leaves;
    queue.add(new Waiting(leaves, bytes));
    waitingBytes += bytes;
    return leaves;
  }

  /** When so many bytes are through the bottleneck, row by row. */
  private long served(long from, int bytes) {
    double left = bytes;
    long time = from;
    for (int index = trace.indexAt(from); ; index++) {
      double rate = trace.bytesPerSecond(index, direction);
      long end = trace.endNanos(index);
      if (rate > 0) {
        double nanos = left / rate * 1e9;
        if (end == Long.MAX_VALUE || time + nanos <= end) {
          return time + (long) Math.ceil(nanos);
        }
        left -= rate * (end - time) * 1e-9;
      } else if (end == Long.MAX_VALUE) {
        return NEVER;
      }
      time = end;
    }
  }

  private boolean isLost(long leaves) {
    var row = row(leaves);
    return direction == Direction.DOWN && losses.next(row.loss(), row.disturbance().burst());
  }

  private long datagramArrival(long leaves) {
    var disturbance = row(leaves).disturbance();
    boolean isDown = direction == Direction.DOWN;
    boolean isOvertaken = isDown && happens(disturbance.reorder());
    long arrival = isOvertaken ? overtaken(leaves) : arrival(leaves);
    if (isDown && happens(disturbance.duplicate())) {
      duplicateArrival = arrival;
    }
    return arrival;
  }

  private boolean happens(double share) {
    return share > 0 && random.nextDouble() < share;
  }

  private long overtaken(long leaves) {
    long inOrder = Math.max(lastArrival, leaves + row(leaves).rttNanos() / 2);
    return inOrder + random.nextLong(1, Disturbance.OVERTAKEN_NANOS);
  }

  private long arrival(long leaves) {
    if (leaves == NEVER) {
      return NEVER;
    }
    var row = row(leaves);
    long jitter = row.disturbance().jitterNanos();
    long late = jitter > 0 ? random.nextLong(jitter + 1) : 0;
    lastArrival = Math.max(lastArrival, leaves + row.rttNanos() / 2 + late);
    return lastArrival;
  }

  private NetworkTrace.Row row(long nanos) {
    return trace.rows().get(trace.indexAt(nanos));
  }
}
