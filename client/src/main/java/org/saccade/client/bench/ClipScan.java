package org.saccade.client.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.saccade.client.bench.Clips.Step;
import org.saccade.client.run.PictureSize;
import org.saccade.client.run.Views;
import org.saccade.offload.fov.ChooserSettings;
import org.saccade.offload.fov.DrawnCells;
import org.saccade.offload.fov.Haste;
import org.saccade.offload.fov.Look;
import org.saccade.offload.fov.PlanInput;
import org.saccade.offload.fov.ShellUse;
import org.saccade.offload.fov.TileChooser;
import org.saccade.offload.fov.TilePlan;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.xr.ViewPose;

/**
 * What the product's chooser would draw frame by frame with all tiles on the device. One thread.
 */
final class ClipScan {
  private final TileChooser chooser;
  private final PictureSize size;
  private final TilePlan plan = new TilePlan();
  private DrawnCells cells;
  private Set<Long> drawn = Set.of();
  private Set<Long> ancestors = Set.of();

  /**
   * @param before the cells that were drawn before the first frame
   */
  ClipScan(Recipe recipe, PictureSize size, DrawnCells before) {
    chooser = new TileChooser(recipe, ChooserSettings.STANDARD);
    this.size = size;
    cells = before;
  }

  /** Sees the next frame. */
  Step see(ViewPose view, Look look) {
    var input =
        new PlanInput(
            List.of(Views.frustum(view, size)),
            List.of(),
            look,
            Haste.LEISURELY,
            ShellUse.DRAWN,
            ShellUse.DRAWN,
            tile -> true);
    chooser.choose(input, cells, plan);
    var now = plan.memory();
    var tiles = new HashSet<Long>();
    var above = new HashSet<Long>();
    double levels = 0;
    for (int i = 0; i < plan.draw().size(); i++) {
      long tile = plan.draw().address(i);
      if (TileAddress.surface(tile) == Surface.FIRST) {
        tiles.add(tile);
        for (int level = 0; level < TileAddress.level(tile); level++) {
          above.add(TileAddress.ancestor(tile, level));
        }
        levels += isOfAnotherLevel(tile, now) ? Math.scalb(1.0, -2 * TileAddress.level(tile)) : 0;
      }
    }
    cells = now;
    drawn = tiles;
    ancestors = above;
    return new Step(now, levels);
  }

  /** Whether the frame before drew the same place of the same cell, but coarser or finer. */
  private boolean isOfAnotherLevel(long tile, DrawnCells now) {
    boolean isNear = TileAddress.shell(tile) == Shell.NEAR;
    if (isNear ? now.near() != cells.near() : now.far() != cells.far()) {
      return false;
    }
    if (ancestors.contains(tile)) {
      return true;
    }
    for (int level = 0; level < TileAddress.level(tile); level++) {
      if (drawn.contains(TileAddress.ancestor(tile, level))) {
        return true;
      }
    }
    return false;
  }
}
