package org.saccade.xr;

/** Which hand. */
public enum Hand {
  LEFT,
  RIGHT;

  /** The other one. */
  public Hand other() {
    return this == LEFT ? RIGHT : LEFT;
  }
}
