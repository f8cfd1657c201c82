package org.saccade.offload.sim;

/** A bounded cache under replay: what it keeps is its own choice. One thread. */
interface Shelf {
  /** Asks for the tile of one request; whether it was there. */
  boolean take(long nanos, int visitor, long address);
}
