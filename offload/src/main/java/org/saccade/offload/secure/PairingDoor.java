package org.saccade.offload.secure;

/**
 * How often strangers may try to pair with an edge: only after a person opened the door, one at a
 * time, with a pause after each that failed, and three times at most, so that who sits between has
 * at most three guesses in a million each time a person opens it. One thread.
 */
public final class PairingDoor {
  /** How long an opened door stays open. */
  public static final long OPEN_NANOS = 180_000_000_000L;

  /** Tries until the door closes. */
  public static final int TRIES = 3;

  /** How long nobody may try after one that failed. */
  public static final long PAUSE_NANOS = 5_000_000_000L;

  /** How it stands. */
  public enum State {
    /** Nobody asked for it to be open, or who it was opened for has paired. */
    SHUT,
    /** A pairing may begin, at once or after a pause, or is under way. */
    OPEN,
    /** Closed by as many failures as there may be. */
    USED_UP,
    /** Closed by time. */
    EXPIRED
  }

  private boolean isAskedFor;
  private int triesLeft;
  private long openedNanos;
  private long pauseBeganNanos;
  private boolean isPausing;
  private boolean isBusy;

  /** A person wants to pair now. */
  public void open(long nowNanos) {
    isAskedFor = true;
    triesLeft = TRIES;
    openedNanos = nowNanos;
  }

  public State state(long nowNanos) {
    if (isBusy) {
      return State.OPEN;
    }
    if (!isAskedFor) {
      return State.SHUT;
    }
    if (triesLeft == 0) {
      return State.USED_UP;
    }
    return nowNanos - openedNanos < OPEN_NANOS ? State.OPEN : State.EXPIRED;
  }

  /** Whether a pairing may begin now; if so it is counted, and {@link #leave} must follow. */
  public boolean enter(long nowNanos) {
    boolean isOpen = triesLeft > 0 && nowNanos - openedNanos < OPEN_NANOS;
    boolean isPaused = isPausing && nowNanos - pauseBeganNanos < PAUSE_NANOS;
    if (!isOpen || isPaused || isBusy) {
      return false;
    }
    triesLeft--;
    isBusy = true;
    return true;
  }

  /** The pairing that entered is over before digits were shown: nobody can have guessed them. */
  public void forget() {
    isBusy = false;
    triesLeft++;
  }

  /** The pairing that entered is over. One that succeeded closes the door. */
  public void leave(boolean hasPaired, long nowNanos) {
    isBusy = false;
    isPausing = !hasPaired;
    pauseBeganNanos = nowNanos;
    if (hasPaired) {
      isAskedFor = false;
      triesLeft = 0;
    }
  }
}
