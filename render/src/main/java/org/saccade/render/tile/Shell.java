package org.saccade.render.tile;

/**
 * Which part of a cell's surroundings a tile shows: inside or outside the FAR cell's split cube.
 */
public enum Shell {
  NEAR(0),
  FAR(1);

  private final int code;

  Shell(int code) {
    this.code = code;
  }

  /** Its number in addresses, on the wire and on disk. */
  public int code() {
    return code;
  }

  /** The one with this code: the lowest bit counts. */
  public static Shell of(int code) {
    return (code & 1) == 0 ? NEAR : FAR;
  }
}
