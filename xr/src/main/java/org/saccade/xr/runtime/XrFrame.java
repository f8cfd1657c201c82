package org.saccade.xr.runtime;

/**
 * One frame of a session: waited for, begun, and ended exactly once, with layers or without. A
 * frame that was begun and then closed without layers shows nothing new. Frame thread.
 */
public final class XrFrame implements AutoCloseable {
  private final XrSession session;
  private final long xrTime;
  private final long displayNanos;
  private final long periodNanos;
  private final boolean isVisible;
  private Stage stage = Stage.WAITED;

  private enum Stage {
    WAITED,
    BEGUN,
    ENDED
  }

  XrFrame(XrSession session, long xrTime, long displayNanos, long periodNanos, boolean isVisible) {
    this.session = session;
    this.xrTime = xrTime;
    this.displayNanos = displayNanos;
    this.periodNanos = periodNanos;
    this.isVisible = isVisible;
  }

  /** When the frame will be seen, on {@link System#nanoTime}'s scale. */
  public long displayNanos() {
    return displayNanos;
  }

  /** The display's period. */
  public long periodNanos() {
    return periodNanos;
  }

  /** Whether anyone sees what is drawn; if not, nothing needs to be. */
  public boolean isVisible() {
    return isVisible;
  }

  /** Drawing begins. */
  public XrFrame begin() {
    session.beginFrame();
    stage = Stage.BEGUN;
    return this;
  }

  /** Ends the frame with what was drawn. */
  public void submit(Layers layers) {
    stage = Stage.ENDED;
    session.endFrame(xrTime, layers);
  }

  @Override
  public void close() {
    if (stage == Stage.WAITED) {
      begin();
    }
    if (stage == Stage.BEGUN) {
      stage = Stage.ENDED;
      session.endFrame(xrTime, null);
    }
  }
}
