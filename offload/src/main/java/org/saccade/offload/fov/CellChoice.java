package org.saccade.offload.fov;

import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileResidency;

/**
 * Which cell's panorama to draw. The cell around the eye is best when its tiles are there; while
 * they are on their way, the cell drawn before, or a neighbour, may show the views better from a
 * bit further off. A cell's score is how much of the views it shows, how sharply, times a penalty
 * for the eye's offset from its centre; the cell drawn before keeps its place until another one is
 * clearly better, so that the picture does not flip between two.
 *
 * <p>Pure but for its scratch; frame thread.
 */
final class CellChoice {
  /** How much better another cell must score before it replaces the one drawn before. */
  private static final float CLEARLY_BETTER = 1.06f;

  /** A level too coarse counts this much of a sharp one. */
  private static final float COARSER = 0.6f;

  /** Above this quality there is no need to look at the neighbours. */
  private static final float GOOD = 0.95f;

  /** Costs a NEAR cell outside the drawn FAR cell: a gap could open between the shells. */
  private static final float OUTSIDE_PENALTY = 0.8f;

  private final Recipe recipe;
  private VisibleTiles seen;
  private TileResidency residency = address -> false;
  private Shell shell = Shell.NEAR;
  private double eyeX;
  private double eyeY;
  private double eyeZ;
  private long farCell = CellBits.NONE;
  private float quality;
  private float coverage;
  private float shown;

  CellChoice(Recipe recipe, VisibleTiles seen) {
    this.recipe = recipe;
    this.seen = seen;
  }

  /** States for whom the next choices are. */
  void of(Shell shell, ViewSet views, VisibleTiles seen, TileResidency residency) {
    this.shell = shell;
    this.seen = seen;
    this.residency = residency;
    eyeX = views.x();
    eyeY = views.y();
    eyeZ = views.z();
  }

  /**
   * Chooses the cell to draw.
   *
   * @param around the cell that contains the eye
   * @param before the cell drawn before, or {@link CellBits#NONE}
   * @param drawnFar for NEAR: the FAR cell drawn, or {@link CellBits#NONE}
   */
  long choose(long around, long before, long drawnFar) {
    farCell = drawnFar;
    float stay = before == CellBits.NONE ? -1 : score(before);
    float move = score(around);
    boolean isGood = quality >= GOOD;
    long best = around;
    if (!isGood) {
      for (int i = 0; i < 27; i++) {
        long cell =
            CellBits.of(
                CellBits.x(around) + i % 3 - 1,
                CellBits.y(around) + i / 3 % 3 - 1,
                CellBits.z(around) + i / 9 - 1);
        float score = cell == around ? -1 : score(cell);
        if (score > move) {
          move = score;
          best = cell;
        }
      }
    }
    return stay > 0 && stay * CLEARLY_BETTER >= move ? before : best;
  }

  /** Acuity-weighted share of the views whose wanted level is resident, after {@link #measure}. */
  float coverage() {
    return coverage;
  }

  /** Share of the views for which any level is resident, after {@link #measure}. */
  float shown() {
    return shown;
  }

  /** Measures a cell's first surface against what the views show. */
  void measure(long cell) {
    float total = 0;
    float sharp = 0;
    float any = 0;
    float graded = 0;
    for (int i = 0; i < seen.size(); i++) {
      float weight = seen.weight(i);
      if (weight > 0) {
        total += weight;
        int missing = levelsMissing(cell, i);
        if (missing >= 0) {
          any += weight;
          graded += weight * (float) Math.pow(COARSER, missing);
          sharp += missing == 0 ? weight : 0;
        }
      }
    }
    coverage = total > 0 ? Math.min(1, sharp / total) : 0;
    shown = total > 0 ? Math.min(1, any / total) : 0;
    quality = total > 0 ? graded / total : 0;
  }

  /** Distance of the eye from the cell's centre, metres. */
  float offset(long cell) {
    int log2 = recipe.cellLog2(shell);
    double dx = eyeX - Cell.centre(log2, CellBits.x(cell));
    double dy = eyeY - Cell.centre(log2, CellBits.y(cell));
    double dz = eyeZ - Cell.centre(log2, CellBits.z(cell));
    return (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** How many levels too coarse the finest resident tile of a place is; -1 where there is none. */
  private int levelsMissing(long cell, int index) {
    long tile = address(shell, cell, Surface.FIRST, seen, index);
    int level = seen.level(index);
    for (int up = 0; up <= level; up++) {
      if (residency.isResident(TileAddress.ancestor(tile, level - up))) {
        return up;
      }
    }
    return -1;
  }

  private float score(long cell) {
    measure(cell);
    double cells = offset(cell) / Math.scalb(1.0, recipe.cellLog2(shell));
    float penalty = (float) (1 / (1 + 0.25 * cells * cells));
    return quality * penalty * (isOutsideFar(cell) ? OUTSIDE_PENALTY : 1);
  }

  private boolean isOutsideFar(long near) {
    if (shell == Shell.FAR || farCell == CellBits.NONE) {
      return false;
    }
    int shift = recipe.farCellLog2() - recipe.nearCellLog2();
    return CellBits.x(near) >> shift != CellBits.x(farCell)
        || CellBits.y(near) >> shift != CellBits.y(farCell)
        || CellBits.z(near) >> shift != CellBits.z(farCell);
  }

  /** The address of a visible place in a cell. */
  static long address(Shell shell, long cell, Surface surface, VisibleTiles in, int index) {
    return TileAddress.withPlace(
        TileAddress.of(
            shell,
            CellBits.x(cell),
            CellBits.y(cell),
            CellBits.z(cell),
            surface,
            in.face(index),
            0,
            0,
            0),
        in.level(index),
        in.x(index),
        in.y(index));
  }
}
