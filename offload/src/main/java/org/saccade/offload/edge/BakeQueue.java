package org.saccade.offload.edge;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Faces that sessions wait for. Each session's newest list replaces its older one; sessions take
 * turns, each with its best face, so none can starve another. A face that failed is not tried again
 * for a while. Any thread.
 */
final class BakeQueue {
  /** How long a failed face is left alone. */
  static final long FAILED_NANOS = 10_000_000_000L;

  private final Map<Long, List<Bake>> bakesOfSession = new HashMap<>();
  private final Deque<Long> turns = new ArrayDeque<>();
  private final Map<Long, Long> failedUntil = new HashMap<>();
  private boolean isClosed;

  /** What a session waits for now, best first. */
  synchronized void replace(long session, Collection<Bake> bakes) {
    if (bakes.isEmpty()) {
      bakesOfSession.remove(session);
      turns.remove(session);
    } else if (bakesOfSession.put(session, List.copyOf(bakes)) == null) {
      turns.addLast(session);
    }
    notifyAll();
  }

  /** Whether the face failed a short while ago. */
  synchronized boolean hasFailed(long face, long now) {
    Long until = failedUntil.get(face);
    if (until != null && now - until > 0) {
      failedUntil.remove(face);
      return false;
    }
    return until != null;
  }

  /** Waits for the next face to bake; null once closed. Bake thread. */
  synchronized @Nullable Bake take() throws InterruptedException {
    while (!isClosed) {
      Bake bake = next();
      if (bake != null) {
        return bake;
      }
      wait();
    }
    return null;
  }

  private @Nullable Bake next() {
    for (int i = turns.size(); i > 0; i--) {
      Long session = turns.removeFirst();
      turns.addLast(session);
      for (Bake bake : bakesOfSession.getOrDefault(session, List.of())) {
        if (!failedUntil.containsKey(bake.face())) {
          return bake;
        }
      }
    }
    return null;
  }

  /** What was taken last is baked, or failed. Bake thread. */
  synchronized void finish(Bake done, boolean isBaked, long now) {
    if (!isBaked) {
      failedUntil.put(done.face(), now + FAILED_NANOS);
    }
    for (Iterator<Map.Entry<Long, List<Bake>>> all = bakesOfSession.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<Long, List<Bake>> entry = all.next();
      List<Bake> left =
          entry.getValue().stream()
              .filter(bake -> isBaked ? !done.covers(bake) : bake.face() != done.face())
              .toList();
      if (left.isEmpty()) {
        turns.remove(entry.getKey());
        all.remove();
      } else {
        entry.setValue(left);
      }
    }
  }

  /** Faces waited for, counting one that several sessions wait for once. */
  synchronized int size() {
    return (int)
        bakesOfSession.values().stream().flatMap(List::stream).map(Bake::face).distinct().count();
  }

  /** Ends the bake thread's waiting. */
  synchronized void close() {
    isClosed = true;
    notifyAll();
  }
}
