package org.saccade.offload.profile;

/**
 * One finished frame.
 *
 * @param index counts frames from 0
 * @param startNanos when its first phase began
 * @param dueNanos one period after the frame before it was due
 * @param submittedNanos when {@link Phase#END} was over
 * @param waitedOnLinkNanos the longest a phase waited on a lock, queue or socket of the link
 * @param phases how long each phase took
 */
public record FrameRecord(
    long index,
    long startNanos,
    long dueNanos,
    long submittedNanos,
    long waitedOnLinkNanos,
    PhaseTimes phases) {
  /** A wait on the link from which on a missed frame is blamed on the network. */
  public static final long BLAMED_WAIT_NANOS = 100_000;

  /** Whether the frame was submitted after it was due. */
  public boolean isMissed() {
    return submittedNanos - dueNanos > 0;
  }

  /** Whether the frame was missed and one of its phases waited on the link. */
  public boolean isMissedByNetwork() {
    return isMissed() && waitedOnLinkNanos > BLAMED_WAIT_NANOS;
  }

  /** Wall time from poll to end without the wait for the display. */
  public long busyNanos() {
    return submittedNanos - startNanos - phases.nanos(Phase.WAIT);
  }
}
