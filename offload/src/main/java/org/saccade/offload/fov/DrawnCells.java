package org.saccade.offload.fov;

/**
 * The chooser's memory: the cells it drew last, packed by {@link CellBits}. Immutable.
 *
 * @param near the NEAR cell, {@link CellBits#NONE} before the first frame
 * @param far the FAR cell
 */
public record DrawnCells(long near, long far) {
  /** Before the first frame. */
  public static final DrawnCells NONE = new DrawnCells(CellBits.NONE, CellBits.NONE);
}
