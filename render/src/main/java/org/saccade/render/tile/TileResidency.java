package org.saccade.render.tile;

/** Which tiles the device could draw now. Frame thread; must not allocate. */
@FunctionalInterface
public interface TileResidency {
  /** True when the tile is on the device; EMPTY tiles count as resident once decoded. */
  boolean isResident(long address);
}
