package org.saccade.offload.fov;

import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileDrawList;
import org.saccade.render.tile.TileResidency;

/**
 * Fills the draw list: for each visible place the finest resident tile of the drawn cell that
 * covers it, else a stand-in. Scratch only; frame thread.
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
  void add(VisibleTiles visible, long drawn, StandIns standIns) {
    for (int i = 0; i < visible.size(); i++) {
      long first = StandIns.finest(shell, residency, drawn, Surface.FIRST, visible, i);
      add(visible, i, first == StandIns.NONE ? standIns.find(visible, i) : first);
      add(visible, i, StandIns.finest(shell, residency, drawn, Surface.BEHIND, visible, i));
    }
  }

  private void add(VisibleTiles visible, int index, long tile) {
    if (tile != StandIns.NONE) {
      list.add(tile, visible.level(index), visible.x(index), visible.y(index));
    }
  }
}
