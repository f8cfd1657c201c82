package org.saccade.offload.runtime;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * Measures how long the calling thread waited inside the link: time in which it did not run, of
 * calls in which it was blocked by a lock or parked at least once. Work inside the link is not
 * waiting, and neither is being preempted by another thread of a busy machine.
 *
 * <p>None is expected: what arrived lies in a queue without a lock, and what is sent leaves on the
 * link's own threads. Anything above zero is a lock that came into the frame's path. Frame thread.
 */
final class LinkWait {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Less is no wait worth the look at what the thread did, which allocates. */
  private static final long LEAST_NANOS = 20_000;

  private final LongSupplier clock;
  private final long thread = Thread.currentThread().threadId();
  private long beganNanos;
  private long ranNanos;
  private long stops;
  private long longestNanos;

  /** Measures the thread that makes it. */
  LinkWait(LongSupplier clock) {
    this.clock = clock;
  }

  /** A call into the link begins. */
  void begin() {
    stops = stops();
    ranNanos = THREADS.getCurrentThreadCpuTime();
    beganNanos = clock.getAsLong();
  }

  /** The call is over. */
  void end() {
    long took = clock.getAsLong() - beganNanos;
    if (took <= Math.max(longestNanos, LEAST_NANOS)) {
      return;
    }
    long waited = took - (THREADS.getCurrentThreadCpuTime() - ranNanos);
    if (waited > Math.max(longestNanos, LEAST_NANOS) && stops() != stops) {
      longestNanos = waited;
    }
  }

  /** The longest wait since this was last asked. */
  long take() {
    long longest = longestNanos;
    longestNanos = 0;
    return longest;
  }

  /** How often the thread was ever blocked or parked. */
  private long stops() {
    var info = THREADS.getThreadInfo(thread);
    return info == null ? 0 : info.getBlockedCount() + info.getWaitedCount();
  }
}
