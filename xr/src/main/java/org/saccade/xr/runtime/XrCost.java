package org.saccade.xr.runtime;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this package costs a frame: the time from its doors to the runtime's, without the time
 * inside the runtime, and what it allocates. Frame thread only; a runtime looked for on another
 * thread is not counted.
 */
public final class XrCost {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static int depth;
  private static long enteredNanos;
  private static long enteredBytes;
  private static long allNanos;
  private static long runtimeNanos;
  private static long bytes;

  private XrCost() {}

  /** What frames cost since the last time this was asked. */
  public record Sample(long ownNanos, long runtimeNanos, long allocatedBytes) {}

  /** A door of this package is passed; only the outermost counts. */
  static void enter() {
    if (depth == 0) {
      enteredBytes = THREADS.getCurrentThreadAllocatedBytes();
      enteredNanos = System.nanoTime();
    }
    depth++;
  }

  /** The way back through the same door. */
  static void leave() {
    depth--;
    if (depth == 0) {
      allNanos += System.nanoTime() - enteredNanos;
      bytes += THREADS.getCurrentThreadAllocatedBytes() - enteredBytes;
    }
  }

  /** The moment before a call into the runtime. */
  static long call() {
    return System.nanoTime();
  }

  /**
   * The call is over.
   *
   * @param sinceNanos what {@link #call} said; Java evaluates it before the call itself
   * @throws XrException for a failure
   */
  static int check(String call, long sinceNanos, int result) {
    runtimeNanos += System.nanoTime() - sinceNanos;
    return XrResults.check(call, result);
  }

  /** Takes what came together and begins anew; also after a call that failed half-way. */
  public static Sample take() {
    var sample = new Sample(allNanos - runtimeNanos, runtimeNanos, bytes);
    depth = 0;
    allNanos = 0;
    runtimeNanos = 0;
    bytes = 0;
    return sample;
  }
}
