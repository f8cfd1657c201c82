package org.saccade.offload.fov;

import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileDrawList;
import org.saccade.render.tile.TileResidency;

/**
 * Fills the draw list: for each visible place the finest resident tile that covers it, from the
 * drawn cell, else from the cell around the eye, else from the one drawn before. Scratch only;
 * frame thread.
 */
final class DrawFill {
  private Shell shell = Shell.NEAR;
  private TileResidency residency = address -> false;
  private TileDrawList list = new TileDrawList();

  void of(Shell ofShell, TileResidency resident, TileDrawList into) {
    shell = ofShell;
    residency = resident;
    list = into;
  }

  /** Adds both surfaces of what is visible. */
  void add(VisibleTiles visible, long drawn, long around, long before) {
    for (int i = 0; i < visible.size(); i++) {
      boolean found =
          addFinest(visible, i, drawn, Surface.FIRST)
              || (around != drawn && addFinest(visible, i, around, Surface.FIRST));
      if (!found && before != CellBits.NONE && before != drawn && before != around) {
        addFinest(visible, i, before, Surface.FIRST);
      }
      addFinest(visible, i, drawn, Surface.BEHIND);
    }
  }

  private boolean addFinest(VisibleTiles visible, int index, long cell, Surface surface) {
    long tile = CellChoice.address(shell, cell, surface, visible, index);
    int level = visible.level(index);
    for (int at = level; at >= 0; at--) {
      long standIn = TileAddress.ancestor(tile, at);
      if (residency.isResident(standIn)) {
        list.add(standIn, level, visible.x(index), visible.y(index));
        return true;
      }
    }
    return false;
  }
}
