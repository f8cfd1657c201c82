package org.saccade.offload.fov;

/** What the tiles of a shell are for in a frame. */
public enum ShellUse {
  /** Neither drawn nor asked for; coverage is still measured. */
  IGNORED,
  /** Asked for, so that they can be drawn later. */
  WANTED,
  /** Drawn, and asked for where missing. */
  DRAWN
}
