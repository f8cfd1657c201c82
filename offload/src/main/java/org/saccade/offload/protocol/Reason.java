package org.saccade.offload.protocol;

/** Why an edge refuses, ends a session or cannot give a tile; the code travels. */
public enum Reason {
  /** The peer asked to end; nothing is wrong. */
  GOODBYE(0),
  /** The versions do not match; the answer names both. */
  VERSION(1),
  /** The edge has as many sessions as it may. */
  FULL(2),
  /** Nothing was heard for too long. */
  SILENT(3),
  /** The edge is shutting down. */
  CLOSING(4),
  /** The peer sent what no correct peer sends. */
  MALFORMED(5),
  /** Baking the tile failed; asking again soon will not help. */
  BAKING_FAILED(6),
  /** No such tile in this scene and recipe. */
  NO_SUCH_TILE(7),
  /** The edge could not load its scene. */
  NO_SCENE(8),
  /** The edge knows the device's key not, and its door is closed. */
  NOT_PAIRED(9);

  private final int code;

  Reason(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
