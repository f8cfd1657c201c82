package org.saccade.offload.sim;

/** What tiles weigh, encoded. */
@FunctionalInterface
public interface TileBytes {
  int of(long address);
}
