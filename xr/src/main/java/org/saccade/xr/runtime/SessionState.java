package org.saccade.xr.runtime;

/** OpenXR's states of a session, in the order of a session's life. */
public enum SessionState {
  UNKNOWN(0),
  IDLE(1),
  READY(2),
  SYNCHRONIZED(3),
  VISIBLE(4),
  FOCUSED(5),
  STOPPING(6),
  LOSS_PENDING(7),
  EXITING(8);

  private static final SessionState[] ALL = values();

  private final int value;

  SessionState(int value) {
    this.value = value;
  }

  /** The state of an XrSessionState; {@link #UNKNOWN} for one that no version defined yet. */
  static SessionState of(int value) {
    for (var state : ALL) {
      if (state.value == value) {
        return state;
      }
    }
    return UNKNOWN;
  }

  /** Whether the person ended it, so that it must not begin again by itself. */
  public boolean isWantedEnd() {
    return this == EXITING;
  }

  /** Whether the session will not come back to life: another one is needed. */
  public boolean isOver() {
    return this == LOSS_PENDING || this == EXITING;
  }
}
