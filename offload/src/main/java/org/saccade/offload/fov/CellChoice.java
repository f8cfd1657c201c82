package org.saccade.offload.fov;

import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileResidency;

/**
 * Which cell's panorama to draw. The cell around the eye is best when its tiles are there; the one
 * drawn before stays only while the eye is still just outside it, so that a swaying head does not
 * flip the picture between two. While tiles are on their way, the cell drawn before, or a
 * neighbour, may show the views better from a bit further off. Then a cell's score is how much of
 * the views it shows, how sharply, times a penalty for the eye's offset from its centre, and the
 * cell drawn before keeps its place until another one is clearly better.
 *
 * <p>Pure but for its scratch; frame thread.
 */
final class CellChoice {
  /** How much better another cell must score before it replaces the one drawn before. */
  private static final float CLEARLY_BETTER = 1.06f;

  /** A level too coarse counts this much of a sharp one. */
  private static final float COARSER = 0.6f;

  /** Above this quality, and with as much of what is hidden, a cell needs no stand-in. */
  private static final float GOOD = 0.95f;

  /** So many times a cell's half diagonal away from its centre, its tiles show torn things. */
  private static final float TORN_OFFSETS = 1.6f;

  /** And no piece of the views without any tile, up to rounding. */
  private static final float WHOLE = 0.9995f;

  /** The most that is shown where a place has no tile, however little of a view it is. */
  private static final float NOT_WHOLE = 0.99f;

  /** Costs a NEAR cell too far from the drawn FAR cell: a gap opens between the shells. */
  private static final float GAP_PENALTY = 0.5f;

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
  private float hidden;

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
    boolean mayStay = stay > 0 && isGood() && isJustOutside(before) && !leavesGap(before);
    float move = score(around);
    if (move > 0 && isGood() && !leavesGap(around)) {
      return mayStay ? before : around;
    }
    return standIn(around, move, before, stay);
  }

  /** The best of a cell whose tiles are not all there, its neighbours and the one drawn before. */
  private long standIn(long around, float aroundScore, long before, float stay) {
    long best = around;
    float move = aroundScore;
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
    return stay > 0 && stay * CLEARLY_BETTER >= move ? before : best;
  }

  private boolean isGood() {
    return quality >= GOOD && hidden >= GOOD && shown >= WHOLE;
  }

  /** Whether the eye is inside the cell or within its margin. */
  private boolean isJustOutside(long cell) {
    double limit = (0.5 + Recipe.CELL_MARGIN) * Math.scalb(1.0, recipe.cellLog2(shell));
    return farthestAxis(shell, cell, eyeX, eyeY, eyeZ) <= limit;
  }

  private boolean leavesGap(long near) {
    if (shell == Shell.FAR || farCell == CellBits.NONE) {
      return false;
    }
    int log2 = recipe.nearCellLog2();
    double x = Cell.centre(log2, CellBits.x(near));
    double y = Cell.centre(log2, CellBits.y(near));
    double z = Cell.centre(log2, CellBits.z(near));
    return farthestAxis(Shell.FAR, farCell, x, y, z) > recipe.farthestApart() + 1e-6;
  }

  /** Largest distance along an axis of a point from a cell's centre, metres. */
  private double farthestAxis(Shell of, long cell, double x, double y, double z) {
    int log2 = recipe.cellLog2(of);
    double dx = Math.abs(x - Cell.centre(log2, CellBits.x(cell)));
    double dy = Math.abs(y - Cell.centre(log2, CellBits.y(cell)));
    double dz = Math.abs(z - Cell.centre(log2, CellBits.z(cell)));
    return Math.max(dx, Math.max(dy, dz));
  }

  /** Acuity-weighted share of the views whose wanted level is resident, after {@link #measure}. */
  float coverage() {
    return coverage;
  }

  /**
   * Share of the views that some tile shows: the cell's own of any level, or a stand-in. Weights
   * are taken as if the eye were at the centre; so a place without any weight that some view may
   * show all the same, as the floor at a view's lower edge, keeps the share below 1.
   */
  float shown(long cell, StandIns standIns) {
    float total = 0;
    float any = 0;
    float most = 1;
    for (int i = 0; i < seen.size(); i++) {
      float weight = seen.weight(i);
      total += weight;
      if (levelsMissing(cell, i) >= 0 || standIns.find(seen, i) != StandIns.NONE) {
        any += weight;
      } else if (seen.isInView(i)) {
        most = NOT_WHOLE;
      }
    }
    return total > 0 ? Math.min(most, any / total) : 0;
  }

  /** Measures a cell's surfaces against what the views show. */
  void measure(long cell) {
    float total = 0;
    float sharp = 0;
    float any = 0;
    float graded = 0;
    float behind = 0;
    for (int i = 0; i < seen.size(); i++) {
      float weight = seen.weight(i);
      if (weight > 0) {
        total += weight;
        behind += isHiddenResident(cell, i) ? weight : 0;
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
    hidden = total > 0 ? behind / total : 0;
  }

  /** Whether the eye is so far off a cell that its tiles show torn things. */
  boolean isTorn(long cell) {
    return offset(cell) > TORN_OFFSETS * recipe.maxOffset(shell);
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
    long tile = StandIns.finest(shell, residency, cell, Surface.FIRST, seen, index);
    return tile == StandIns.NONE ? -1 : seen.level(index) - TileAddress.level(tile);
  }

  private boolean isHiddenResident(long cell, int index) {
    return residency.isResident(address(shell, cell, Surface.BEHIND, seen, index));
  }

  private float score(long cell) {
    if (isTorn(cell)) {
      return 0;
    }
    measure(cell);
    double cells = offset(cell) / Math.scalb(1.0, recipe.cellLog2(shell));
    float penalty = (float) (1 / (1 + 0.25 * cells * cells));
    return quality * penalty * (leavesGap(cell) ? GAP_PENALTY : 1);
  }

  /** The address of a whole face of a cell. */
  static long wholeFace(Shell shell, long cell, Surface surface, Face face) {
    return TileAddress.of(
        shell, CellBits.x(cell), CellBits.y(cell), CellBits.z(cell), surface, face, 0, 0, 0);
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
