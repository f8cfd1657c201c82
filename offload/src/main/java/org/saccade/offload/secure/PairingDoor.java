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

  private int triesLeft;
  private long openedNanos;
  private long pauseBeganNanos;
  private boolean isPausing;
  private boolean isBusy;

  /** A person wants to pair now. */
  public void open(long nowNanos) {
    triesLeft = TRIES;
    openedNanos = nowNanos;
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

  /** The pairing that entered is over. One that succeeded closes the door. */
  public void leave(boolean hasPaired, long nowNanos) {
    isBusy = false;
    isPausing = !hasPaired;
    pauseBeganNanos = nowNanos;
    if (hasPaired) {
      triesLeft = 0;
    }
  }
}
