package org.saccade.offload.fov;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.jspecify.annotations.Nullable;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileResidency;

/** A device's tiles for the tests of this package: a plain set, and views to look with. */
final class Tiles implements TileResidency {
  static final Recipe RECIPE = Recipe.standard(1, new Fingerprint(1, 2, 3, 4));
  static final float FIELD_OF_VIEW = (float) Math.toRadians(90);

  private final Set<Long> resident = new HashSet<>();

  @Override
  public boolean isResident(long address) {
    return resident.contains(address);
  }

  Tiles add(long address) {
    resident.add(address);
    return this;
  }

  /** All tiles of a cell from level 0 to this one, both surfaces. */
  Tiles addCell(Shell shell, Cell cell, int toLevel) {
    for (var surface : Surface.values()) {
      for (int i = 0; i < Face.COUNT; i++) {
        for (int level = 0; level <= toLevel; level++) {
          for (int tile = 0; tile < 1 << (2 * level); tile++) {
            int x = tile & ((1 << level) - 1);
            int y = tile >> level;
            resident.add(TileAddress.of(shell, cell, surface, Face.of(i), level, x, y));
          }
        }
      }
    }
    return this;
  }

  Tiles addCells(Vector3d eye, int toLevel) {
    addCell(Shell.NEAR, RECIPE.cellFor(Shell.NEAR, eye), toLevel);
    return addCell(Shell.FAR, RECIPE.cellFor(Shell.FAR, eye), toLevel);
  }

  /** Takes one face of a cell away again. */
  Tiles removeFace(Shell shell, Cell cell, Face face) {
    resident.removeIf(
        tile ->
            TileAddress.shell(tile) == shell
                && TileAddress.face(tile) == face
                && TileAddress.cell(tile, RECIPE).equals(cell));
    return this;
  }

  /** Takes the hidden surfaces of the cells around an eye away again. */
  Tiles removeHidden(Vector3d eye) {
    resident.removeIf(
        tile ->
            TileAddress.surface(tile) == Surface.BEHIND
                && TileAddress.cell(tile, RECIPE)
                    .equals(RECIPE.cellFor(TileAddress.shell(tile), eye)));
    return this;
  }

  /** Takes in all that the plan wants. */
  void serve(TilePlan plan) {
    for (int i = 0; i < plan.wanted().size(); i++) {
      resident.add(plan.wanted().get(i));
    }
  }

  PlanInput look(ViewFrustum view, @Nullable Vector3fc gaze) {
    return new PlanInput(List.of(view), List.of(), gaze, ShellUse.DRAWN, ShellUse.DRAWN, this);
  }

  PlanInput walk(ViewFrustum view, ViewFrustum ahead) {
    return new PlanInput(List.of(view), List.of(ahead), null, ShellUse.DRAWN, ShellUse.DRAWN, this);
  }

  static ViewFrustum view(Vector3d eye, Quaternionf turn) {
    return view(eye, turn, 800);
  }

  static ViewFrustum view(Vector3d eye, Quaternionf turn, int pixels) {
    return ViewFrustum.symmetric(eye, turn, FIELD_OF_VIEW, pixels);
  }

  static Vector3f forward(Quaternionf turn) {
    return new Vector3f(0, 0, -1).rotate(turn);
  }
}
