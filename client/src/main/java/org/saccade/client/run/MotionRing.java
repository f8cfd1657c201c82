package org.saccade.client.run;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.saccade.xr.Gaze;
import org.saccade.xr.Pose;

/**
 * Rows on their way from the one thread that measures them to the one that writes them. Neither
 * waits, takes a lock or makes an object: rows are made once, filled again and again, and handed
 * over by a count that the other side reads. A full ring has no row to fill.
 */
final class MotionRing {
  private final Row[] rows;
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong taken = new AtomicLong();

  /** What a frame saw; whoever holds it may read or fill it. */
  static final class Row {
    long nanos;
    Pose head = Pose.IDENTITY;
    Pose origin = Pose.IDENTITY;
    @Nullable Gaze gaze;
    long gazeNanos;
  }

  MotionRing(int capacity) {
    rows = new Row[capacity];
    for (int i = 0; i < capacity; i++) {
      rows[i] = new Row();
    }
  }

  /** For the measuring thread: a row to fill before {@link #put}, or null where all are waiting. */
  @Nullable Row free() {
    long next = written.getPlain();
    return next - taken.getAcquire() < rows.length ? rows[(int) (next % rows.length)] : null;
  }

  /** Hands the row over that was filled. */
  void put() {
    written.setRelease(written.getPlain() + 1);
  }

  /** For the writing thread: the oldest row that waits, good until {@link #take}; null for none. */
  @Nullable Row next() {
    long next = taken.getPlain();
    return next < written.getAcquire() ? rows[(int) (next % rows.length)] : null;
  }

  /** Gives the row back that was read. */
  void take() {
    taken.setRelease(taken.getPlain() + 1);
  }
}
