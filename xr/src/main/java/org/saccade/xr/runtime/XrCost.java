package org.saccade.xr.runtime;

import static org.lwjgl.openxr.XR10.XR_ERROR_TIME_INVALID;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this package costs a frame: the processor's time from its doors to the runtime's, and what
 * it allocates between them; beside it the wall's time inside the runtime, its waiting included.
 * Own work is processor time, because on a machine that draws without a GPU other threads take the
 * processor away at any moment. The stamps themselves are counted in. Frame thread only; a runtime
 * looked for on another thread is not counted.
 */
public final class XrCost {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static int depth;
  private static long enteredBytes;
  private static long enteredNanos;
  private static long calledNanos;
  private static long ownNanos;
  private static long runtimeNanos;
  private static long bytes;

  private XrCost() {}

  /**
   * What frames cost since the last time this was asked.
   *
   * @param ownNanos processor time outside the runtime's calls
   * @param runtimeNanos wall time inside them
   */
  public record Sample(long ownNanos, long runtimeNanos, long allocatedBytes) {}

  /** A door of this package is passed; only the outermost counts. */
  static void enter() {
    if (depth == 0) {
      enteredBytes = THREADS.getCurrentThreadAllocatedBytes();
      enteredNanos = THREADS.getCurrentThreadCpuTime();
    }
    depth++;
  }

  /** The way back through the same door. */
  static void leave() {
    depth--;
    if (depth == 0) {
      ownNanos += THREADS.getCurrentThreadCpuTime() - enteredNanos;
      bytes += THREADS.getCurrentThreadAllocatedBytes() - enteredBytes;
    }
  }

  /** The moment before a call into the runtime. */
  static long call() {
    calledNanos = THREADS.getCurrentThreadCpuTime();
    return System.nanoTime();
  }

  /**
   * The call is over.
   *
   * @param sinceNanos what {@link #call} said; Java evaluates it before the call itself
   * @throws XrException for a failure
   */
  static int check(String call, long sinceNanos, int result) {
    note(sinceNanos);
    return XrResults.check(call, result);
  }

  /**
   * The same for a call that asks about an instant: false where the runtime does not know that one,
   * as it may not in the first frames.
   */
  static boolean isKnown(String call, long sinceNanos, int result) {
    note(sinceNanos);
    return result != XR_ERROR_TIME_INVALID && XrResults.check(call, result) >= 0;
  }

  private static void note(long sinceNanos) {
    runtimeNanos += System.nanoTime() - sinceNanos;
    ownNanos -= THREADS.getCurrentThreadCpuTime() - calledNanos;
  }

  /** Takes what came together and begins anew; also after a call that failed half-way. */
  public static Sample take() {
    var sample = new Sample(ownNanos, runtimeNanos, bytes);
    depth = 0;
    ownNanos = 0;
    runtimeNanos = 0;
    bytes = 0;
    return sample;
  }
}
