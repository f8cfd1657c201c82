package org.saccade.offload.edge;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Faces that sessions wait for. Each session's newest list replaces its older one; sessions take
 * turns, each with its best face, so none can starve another. A face that failed is not tried again
 * for a while. Any thread.
 */
final class BakeQueue {
  /** How long a failed face is left alone. */
  static final long FAILED_NANOS = 10_000_000_000L;

  /** No face: {@link #take} was told to end. */
  static final long NONE = -1;

  private final Map<Long, long[]> facesOfSession = new HashMap<>();
  private final Deque<Long> turns = new ArrayDeque<>();
  private final Map<Long, Long> failedUntil = new HashMap<>();
  private long baking = NONE;
  private boolean isClosed;

  /** What a session waits for now, best first. */
  synchronized void replace(long session, long[] faces) {
    if (faces.length == 0) {
      facesOfSession.remove(session);
      turns.remove(session);
    } else if (facesOfSession.put(session, faces.clone()) == null) {
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

  /** Waits for the next face to bake; {@link #NONE} once closed. Bake thread. */
  synchronized long take() throws InterruptedException {
    while (!isClosed) {
      long face = next();
      if (face != NONE) {
        baking = face;
        return face;
      }
      wait();
    }
    return NONE;
  }

  private long next() {
    for (int i = turns.size(); i > 0; i--) {
      Long session = turns.removeFirst();
      turns.addLast(session);
      long[] faces = facesOfSession.getOrDefault(session, new long[0]);
      for (long face : faces) {
        if (!failedUntil.containsKey(face)) {
          return face;
        }
      }
    }
    return NONE;
  }

  /** The face taken last is baked, or failed. Bake thread. */
  synchronized void finish(long face, boolean isBaked, long now) {
    baking = NONE;
    if (!isBaked) {
      failedUntil.put(face, now + FAILED_NANOS);
    }
    for (Iterator<Map.Entry<Long, long[]>> all = facesOfSession.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<Long, long[]> entry = all.next();
      long[] left = Arrays.stream(entry.getValue()).filter(each -> each != face).toArray();
      if (left.length == 0) {
        turns.remove(entry.getKey());
        all.remove();
      } else {
        entry.setValue(left);
      }
    }
  }

  /** Faces waited for, counting one that several sessions wait for once. */
  synchronized int size() {
    return (int) facesOfSession.values().stream().flatMapToLong(Arrays::stream).distinct().count();
  }

  synchronized boolean isBaking(long face) {
    return baking == face;
  }

  /** Ends the bake thread's waiting. */
  synchronized void close() {
    isClosed = true;
    notifyAll();
  }
}
