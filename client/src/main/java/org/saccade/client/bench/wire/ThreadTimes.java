package org.saccade.client.bench.wire;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;

/** What threads of this process have cost. */
final class ThreadTimes {
  private ThreadTimes() {}

  /** Processor time of all living threads of these names and of this one, if so. */
  static long nanos(Set<String> names, boolean isOwnIncluded) {
    var times = ManagementFactory.getThreadMXBean();
    long sum = isOwnIncluded ? times.getCurrentThreadCpuTime() : 0;
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (names.contains(thread.getName())) {
        sum += Math.max(0, times.getThreadCpuTime(thread.threadId()));
      }
    }
    return sum;
  }

  /** Living threads that are part of the program proper. */
  static List<Thread> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("saccade-"))
        .toList();
  }
}
