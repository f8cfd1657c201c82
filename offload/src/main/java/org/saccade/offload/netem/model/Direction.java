package org.saccade.offload.netem.model;

/** Which way a message goes. */
public enum Direction {
  /** Towards the device. */
  DOWN,
  /** Towards the edge. */
  UP
}
