package org.saccade.client.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.saccade.offload.fov.AcuitySettings;
import org.saccade.offload.fov.ChooserSettings;
import org.saccade.offload.fov.DrawnCells;
import org.saccade.offload.fov.GuardBand;
import org.saccade.offload.fov.Haste;
import org.saccade.offload.fov.Look;
import org.saccade.offload.fov.PlanInput;
import org.saccade.offload.fov.ShellUse;
import org.saccade.offload.fov.TileChooser;
import org.saccade.offload.fov.TilePlan;
import org.saccade.render.tile.TileResidency;
import org.saccade.xr.ViewPose;

/**
 * Pictures from what was asked for earlier: the tiles that the chooser wants for an expected view
 * with its guard band, first and hidden surfaces and all whole faces of the cells around its eye.
 * Another view is drawn from these alone, although the device may hold more. Frame thread.
 */
final class ExpectedTiles {
  private final EdgeTiles tiles;
  private final ChooserSettings settings;
  private Set<Long> asked = Set.of();

  ExpectedTiles(EdgeTiles tiles, long gpuBytes) {
    this.tiles = tiles;
    int capacity = (int) Math.max(64, gpuBytes / EdgeTiles.TILE_BYTES * 4 / 5);
    settings = new ChooserSettings(capacity, GuardBand.STANDARD, AcuitySettings.STANDARD, false);
  }

  /** Asks for what is missing, and counts it. */
  int ask(Expectation expected, PictureSize size, long nowNanos) {
    asked = wanted(expected, size);
    var residency = tiles.residency();
    tiles.ask(input(expected, size, residency), nowNanos);
    return (int) asked.stream().filter(tile -> !residency.isResident(tile)).count();
  }

  /** Chooses what a view shows of what was asked for. */
  void choose(ViewPose view, Look look, PictureSize size) {
    var residency = tiles.residency();
    TileResidency ofThese = tile -> asked.contains(tile) && residency.isResident(tile);
    tiles.choose(input(new Expectation(view, look, Haste.LEISURELY), size, ofThese));
  }

  /** All tiles that are wanted by a device that has none. */
  private Set<Long> wanted(Expectation expected, PictureSize size) {
    var plan = new TilePlan();
    new TileChooser(tiles.recipe(), settings)
        .choose(input(expected, size, tile -> false), DrawnCells.NONE, plan);
    var all = new HashSet<Long>();
    for (int i = 0; i < plan.wanted().size(); i++) {
      all.add(plan.wanted().get(i));
    }
    return all;
  }

  /** What is chosen of the tiles that some residency names. */
  static PlanInput input(Expectation expected, PictureSize size, TileResidency residency) {
    return new PlanInput(
        List.of(Views.frustum(expected.view(), size)),
        List.of(),
        expected.look(),
        expected.haste(),
        ShellUse.DRAWN,
        ShellUse.DRAWN,
        residency);
  }
}
