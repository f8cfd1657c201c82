package org.saccade.render.tile;

/** What a tile shows: what its cell's centre sees, or what that hides (depth-peeled). */
public enum Surface {
  FIRST(0),
  BEHIND(1);

  private final int code;

  Surface(int code) {
    this.code = code;
  }

  /** Its number in addresses, on the wire and on disk. */
  public int code() {
    return code;
  }

  /** The one with this code: the lowest bit counts. */
  public static Surface of(int code) {
    return (code & 1) == 0 ? FIRST : BEHIND;
  }
}
