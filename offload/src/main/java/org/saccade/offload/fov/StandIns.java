package org.saccade.offload.fov;

import java.util.function.LongPredicate;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileResidency;

/**
 * Finds a tile for a place that the drawn cell has none for, not even a coarse one: the finest of
 * the cell around the eye, else of the one drawn before, else of a neighbour, nearest first. Its
 * geometry is drawn from the true eye like any other, so it is at worst seen from a cell away.
 * Scratch only; frame thread.
 */
final class StandIns {
  static final long NONE = Long.MIN_VALUE;

  private static final int NEIGHBOURS = 27;
  private static final int[] NEAREST_FIRST = nearestFirst();

  private final long[] cells = new long[NEIGHBOURS + 2];
  private final LongPredicate isTorn;
  private Shell shell = Shell.NEAR;
  private TileResidency residency = address -> false;
  private int size;

  /**
   * @param isTorn whether the eye is too far off a cell for its tiles
   */
  StandIns(LongPredicate isTorn) {
    this.isTorn = isTorn;
  }

  /** States that nothing may stand in. */
  void none() {
    size = 0;
  }

  /**
   * States where to look.
   *
   * @param drawn the cell that has none
   * @param around the cell that contains the eye
   * @param before the cell drawn before, or {@link CellBits#NONE}
   */
  void of(Shell ofShell, TileResidency resident, long drawn, long around, long before) {
    shell = ofShell;
    residency = resident;
    size = 0;
    add(around, drawn);
    add(before, drawn);
    for (int i : NEAREST_FIRST) {
      add(
          CellBits.of(
              CellBits.x(around) + i % 3 - 1,
              CellBits.y(around) + i / 3 % 3 - 1,
              CellBits.z(around) + i / 9 - 1),
          drawn);
    }
  }

  private void add(long cell, long drawn) {
    if (cell == drawn || cell == CellBits.NONE || isTorn.test(cell) || !hasFace(cell)) {
      return;
    }
    for (int i = 0; i < size; i++) {
      if (cells[i] == cell) {
        return;
      }
    }
    cells[size++] = cell;
  }

  /** Whether a whole face of a cell is there: they come first, so without one nothing is. */
  private boolean hasFace(long cell) {
    for (int i = 0; i < Face.COUNT; i++) {
      if (residency.isResident(CellChoice.wholeFace(shell, cell, Surface.FIRST, Face.of(i)))) {
        return true;
      }
    }
    return false;
  }

  /** The tile to draw at a place instead, or {@link #NONE}. */
  long find(VisibleTiles visible, int index) {
    for (int i = 0; i < size; i++) {
      long tile = finest(shell, residency, cells[i], Surface.FIRST, visible, index);
      if (tile != NONE) {
        return tile;
      }
    }
    return NONE;
  }

  /** The finest resident tile of a cell that covers a place, or {@link #NONE}. */
  static long finest(
      Shell shell,
      TileResidency residency,
      long cell,
      Surface surface,
      VisibleTiles visible,
      int index) {
    long tile = CellChoice.address(shell, cell, surface, visible, index);
    for (int level = visible.level(index); level >= 0; level--) {
      long standIn = TileAddress.ancestor(tile, level);
      if (residency.isResident(standIn)) {
        return standIn;
      }
    }
    return NONE;
  }

  /** The cube of 3 without its middle, by distance from it. */
  private static int[] nearestFirst() {
    int[] order = new int[NEIGHBOURS - 1];
    int filled = 0;
    for (int distance = 1; distance <= 3; distance++) {
      for (int i = 0; i < NEIGHBOURS; i++) {
        if (Math.abs(i % 3 - 1) + Math.abs(i / 3 % 3 - 1) + Math.abs(i / 9 - 1) == distance) {
          order[filled++] = i;
        }
      }
    }
    return order;
  }
}
