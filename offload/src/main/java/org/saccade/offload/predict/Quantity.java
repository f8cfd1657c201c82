package org.saccade.offload.predict;

/** What is predicted. */
public enum Quantity {
  /** The head's orientation; radians. */
  TURN(0),
  /** The head's position; metres. */
  MOVE(1),
  /** The eyes' direction in the head; radians. */
  GAZE(2);

  private final int index;

  Quantity(int index) {
    this.index = index;
  }

  /** Its place where numbers are kept for all of them. */
  public int index() {
    return index;
  }
}
