package org.saccade.offload.profile;

/** The phases of a frame, in the order in which they run. */
public enum Phase {
  POLL(0),
  WAIT(1),
  OBSERVE(2),
  PREDICT(3),
  DECIDE(4),
  REQUEST(5),
  BEGIN(6),
  DRAW(7),
  SUBMIT(8),
  END(9),
  RECORD(10);

  /** How many there are. */
  static final int COUNT = 11;

  private final int index;

  Phase(int index) {
    this.index = index;
  }

  /** The phase's place in a frame, from 0. */
  public int index() {
    return index;
  }
}
