package org.saccade.offload.profile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Stamps the phases of each frame into a preallocated ring. The frame thread owns it; a stamp
 * allocates nothing and costs one read of the clock, made by the caller.
 *
 * <p>A frame is due one period after the one before it was due; a frame that comes later than that
 * starts the count anew, so that one long frame is one missed frame and not many.
 */
public final class Profiler {
  private static final int PHASES = Phase.COUNT;

  private final int capacity;
  private final long[] phaseNanos;
  private final long[] startNanos;
  private final long[] dueNanos;
  private final long[] submittedNanos;
  private final long[] waitedNanos;
  private final Percentiles busy = new Percentiles();
  private final Percentiles[] perPhase = new Percentiles[PHASES];

  private long frame = -1;
  private long finished;
  private long lastStampNanos;
  private long nextDueNanos;
  private long missed;
  private long missedByNetwork;

  /** A profiler that keeps the last {@code capacity} frames. */
  public Profiler(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity is %d; expected 1 or more".formatted(capacity));
    }
    this.capacity = capacity;
    phaseNanos = new long[capacity * PHASES];
    startNanos = new long[capacity];
    dueNanos = new long[capacity];
    submittedNanos = new long[capacity];
    waitedNanos = new long[capacity];
    Arrays.setAll(perPhase, i -> new Percentiles());
  }

  /** Opens the next frame. */
  public void beginFrame(long nowNanos, long periodNanos) {
    frame++;
    int slot = slot();
    Arrays.fill(phaseNanos, slot * PHASES, (slot + 1) * PHASES, 0);
    waitedNanos[slot] = 0;
    startNanos[slot] = nowNanos;
    lastStampNanos = nowNanos;
    if (frame == 0 || nowNanos - nextDueNanos > 0) {
      nextDueNanos = nowNanos;
    }
    // Frames that nothing paces save up no more than a period for a slow one.
    nextDueNanos = Math.min(nextDueNanos, nowNanos + periodNanos);
    nextDueNanos += periodNanos;
    dueNanos[slot] = nextDueNanos;
  }

  /** The phase is over now; it began where the one before it ended. */
  public void endPhase(Phase phase, long nowNanos) {
    phaseNanos[slot() * PHASES + phase.index()] += nowNanos - lastStampNanos;
    lastStampNanos = nowNanos;
    if (phase == Phase.END) {
      submittedNanos[slot()] = nowNanos;
    }
  }

  /** A phase of this frame waited so long on a lock, queue or socket of the link. */
  public void waitedOnLink(long nanos) {
    int slot = slot();
    waitedNanos[slot] = Math.max(waitedNanos[slot], nanos);
  }

  /** Closes the frame and counts it. */
  public void endFrame() {
    int slot = slot();
    busy.add(busyNanos(slot));
    for (int phase = 0; phase < PHASES; phase++) {
      perPhase[phase].add(phaseNanos[slot * PHASES + phase]);
    }
    if (submittedNanos[slot] - dueNanos[slot] > 0) {
      missed++;
      if (waitedNanos[slot] > FrameRecord.BLAMED_WAIT_NANOS) {
        missedByNetwork++;
      }
    }
    finished = frame + 1;
  }

  /** Busy time of the frame finished last, in nanoseconds; 0 before the first. */
  public long lastBusyNanos() {
    return finished == 0 ? 0 : busyNanos((int) ((finished - 1) % capacity));
  }

  private long busyNanos(int slot) {
    long waitForDisplay = phaseNanos[slot * PHASES + Phase.WAIT.index()];
    return submittedNanos[slot] - startNanos[slot] - waitForDisplay;
  }

  /** The frame finished {@code back} frames ago, 0 for the last; null where there is none. */
  public @Nullable FrameRecord last(int back) {
    long index = finished - 1 - back;
    if (back < 0 || index < 0 || frame - index >= capacity) {
      return null;
    }
    int slot = (int) (index % capacity);
    return new FrameRecord(
        index,
        startNanos[slot],
        dueNanos[slot],
        submittedNanos[slot],
        waitedNanos[slot],
        new PhaseTimes(phaseNanos, slot * PHASES, PHASES));
  }

  /** Wall time from poll to end without the wait, over all frames so far. */
  public Percentiles busy() {
    return busy;
  }

  /** The times of one phase over all frames so far. */
  public Percentiles of(Phase phase) {
    return perPhase[phase.index()];
  }

  /** Frames finished. */
  public long frames() {
    return finished;
  }

  /** Frames submitted after they were due. */
  public long framesMissed() {
    return missed;
  }

  /** Missed frames in which a phase waited more than 0.1 ms on the link. */
  public long framesMissedByNetwork() {
    return missedByNetwork;
  }

  private int slot() {
    return (int) (frame % capacity);
  }
}
