package org.saccade.offload.policy;

/** Who draws what in a frame; movable things are always drawn by the device. */
public enum Mode {
  /** The device draws everything. */
  LOCAL,
  /** The device draws what is near, tiles give what is far. */
  HYBRID,
  /** Tiles give near and far. */
  EDGE
}
