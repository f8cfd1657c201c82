package org.saccade.offload.rate;

/** What passed in the last moments, from marks set once a frame. One thread. */
final class Passing {
  private static final int MARKS = 64;

  private final long[] nanos = new long[MARKS];
  private final long[] bytes = new long[MARKS];
  private int newest;
  private int count;

  /** So many bytes in all have arrived until now. */
  void mark(long now, long allBytes) {
    newest = (newest + 1) % MARKS;
    nanos[newest] = now;
    bytes[newest] = allBytes;
    count = Math.min(MARKS, count + 1);
  }

  /** Bytes a second over at least so long, as far as the marks since an instant reach, or two. */
  double bytesPerSecond(long atLeastNanos, long sinceNanos) {
    for (int back = 1; back < count; back++) {
      int at = (newest - back + MARKS) % MARKS;
      long span = nanos[newest] - nanos[at];
      boolean isLast = back + 1 == count || nanos[(at - 1 + MARKS) % MARKS] < sinceNanos;
      if (span >= atLeastNanos || isLast) {
        return (bytes[newest] - bytes[at]) * 1e9 / Math.max(1, span);
      }
    }
    return 0;
  }
}
