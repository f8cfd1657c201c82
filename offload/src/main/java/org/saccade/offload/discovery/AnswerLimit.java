package org.saccade.offload.discovery;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often an edge answers: so many times a second in all, and fewer to one address. */
final class AnswerLimit {
  /** Answers a second in all, and as many at once. */
  static final int IN_ALL = 40;

  /** Answers a second to one address, and as many at once. */
  static final int TO_ONE = 10;

  private static final int MOST_ADDRESSES = 64;

  private final Bucket all = new Bucket(IN_ALL);
  private final Map<InetAddress, Bucket> each = new LinkedHashMap<>(16, 0.75f, true);

  private static final class Bucket {
    final int most;
    double left;
    long nanos;
    boolean isUsed;

    Bucket(int most) {
      this.most = most;
      left = most;
    }

    boolean take(long now) {
      left = isUsed ? Math.min(most, left + (now - nanos) * 1e-9 * most) : most;
      isUsed = true;
      nanos = now;
      if (left < 1) {
        return false;
      }
      left--;
      return true;
    }
  }

  /** Whether one more answer to this address may leave. */
  boolean take(InetAddress to, long now) {
    Bucket one = each.computeIfAbsent(to, address -> new Bucket(TO_ONE));
    if (each.size() > MOST_ADDRESSES) {
      each.remove(each.keySet().iterator().next());
    }
    return one.take(now) && all.take(now);
  }
}
