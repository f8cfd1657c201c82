package org.saccade.xr.runtime;

import static org.lwjgl.openxr.KHRConvertTimespecTime.XR_KHR_CONVERT_TIMESPEC_TIME_EXTENSION_NAME;
import static org.lwjgl.openxr.KHRConvertTimespecTime.xrConvertTimespecTimeToTimeKHR;
import static org.lwjgl.openxr.KHRWin32ConvertPerformanceCounterTime.XR_KHR_WIN32_CONVERT_PERFORMANCE_COUNTER_TIME_EXTENSION_NAME;
import static org.lwjgl.openxr.KHRWin32ConvertPerformanceCounterTime.nxrConvertWin32PerformanceCounterToTimeKHR;

import java.util.Set;
import org.lwjgl.openxr.XrInstance;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/**
 * The runtime's time against {@link System#nanoTime}: both count nanoseconds of the same steady
 * clock from different beginnings. On Linux that is CLOCK_MONOTONIC, on Windows the performance
 * counter, which the JVM reads at its usual 10 MHz. Immutable.
 */
public final class XrClock {
  private static final long SECOND = 1_000_000_000L;

  /** Nanoseconds of a step of Windows' counter. */
  private static final long COUNTER_STEP = 100;

  private final long offsetNanos;
  private final boolean isExact;

  private XrClock(long offsetNanos, boolean isExact) {
    this.offsetNanos = offsetNanos;
    this.isExact = isExact;
  }

  static XrClock of(XrInstance instance, Set<String> extensions) {
    long probe = System.nanoTime(); // a runtime may know no instant before its own start
    try (var stack = MemoryStack.stackPush()) {
      var time = stack.mallocLong(1);
      if (extensions.contains(XR_KHR_CONVERT_TIMESPEC_TIME_EXTENSION_NAME)) {
        long timespec = stack.nmalloc(8, 16);
        MemoryUtil.memPutLong(timespec, probe / SECOND);
        MemoryUtil.memPutLong(timespec + 8, probe % SECOND);
        XrResults.check(
            "xrConvertTimespecTimeToTimeKHR",
            xrConvertTimespecTimeToTimeKHR(instance, timespec, time));
        return new XrClock(time.get(0) - probe, true);
      }
      if (extensions.contains(XR_KHR_WIN32_CONVERT_PERFORMANCE_COUNTER_TIME_EXTENSION_NAME)) {
        var counter = stack.longs(probe / COUNTER_STEP);
        XrResults.check(
            "xrConvertWin32PerformanceCounterToTimeKHR",
            nxrConvertWin32PerformanceCounterToTimeKHR(
                instance, MemoryUtil.memAddress(counter), MemoryUtil.memAddress(time)));
        return new XrClock(time.get(0) - probe, true);
      }
      return new XrClock(0, false);
    }
  }

  /** Whether the runtime said how the clocks relate; else they are taken to be one. */
  public boolean isExact() {
    return isExact;
  }

  /** An instant of the runtime's on {@link System#nanoTime}'s scale. */
  public long toNanos(long xrTime) {
    return xrTime - offsetNanos;
  }

  /** An instant of {@link System#nanoTime}'s on the runtime's scale. */
  public long toXrTime(long nanos) {
    return nanos + offsetNanos;
  }
}
