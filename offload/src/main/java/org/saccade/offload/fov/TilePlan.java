package org.saccade.offload.fov;

import org.jspecify.annotations.Nullable;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.TileDrawList;

/**
 * The tiles of one frame: what to draw, what is missing, and how well it covers the views. The
 * frame thread owns it and hands it to {@link TileChooser#choose} again and again.
 */
public final class TilePlan {
  private final TileDrawList draw = new TileDrawList();
  private final AddressList wanted = new AddressList();
  private final ShellPlan near = new ShellPlan();
  private final ShellPlan far = new ShellPlan();
  private DrawnCells memory = DrawnCells.NONE;
  private int wantedFoveal;
  private int wantedNow;
  private int hiddenNow;

  /** What the compositor draws, parts of ancestors where tiles are missing. */
  public TileDrawList draw() {
    return draw;
  }

  /** Wanted tiles that are not resident, best first, each once. */
  public AddressList wanted() {
    return wanted;
  }

  /** How many of {@link #wanted} (the first ones) the views of now could show. */
  public int wantedNow() {
    return wantedNow;
  }

  /** How many of {@link #wanted} (the first ones) lie where the eye looks, or stand in there. */
  public int wantedFoveal() {
    return wantedFoveal;
  }

  /** How many that the views of now could show are not resident, hidden surfaces included. */
  public int missingInView() {
    return wantedNow + hiddenNow;
  }

  /** Whether all that the views of now could show is resident, hidden surfaces included. */
  public boolean isComplete() {
    return missingInView() == 0;
  }

  /** Acuity-weighted share of the views whose wanted level is resident in the drawn cell. */
  public float coverage(Shell shell) {
    return of(shell).coverage;
  }

  /**
   * Share of the views that some tile shows: the drawn cell's, if only a coarse one, or a stand-in.
   */
  public float shown(Shell shell) {
    return of(shell).shown;
  }

  /** Coverage over the shells that are drawn or wanted; 0 when none is. */
  public float coverage() {
    if (!near.used) {
      return far.used ? far.coverage : 0;
    }
    return far.used ? Math.min(near.coverage, far.coverage) : near.coverage;
  }

  /** The cell whose panorama is drawn; null before the first plan of the shell. */
  public @Nullable Cell drawnCell(Shell shell) {
    return of(shell).drawn;
  }

  /** Distance of the eye (between the views) from the drawn cell's centre, metres. */
  public float eyeOffset(Shell shell) {
    return of(shell).eyeOffset;
  }

  /** What the chooser wants to know next time. */
  public DrawnCells memory() {
    return memory;
  }

  /** Forgets the lists; the shells' figures are overwritten by the next plan. */
  public void clear() {
    draw.clear();
    wanted.clear();
    missing(0, 0, 0);
  }

  ShellPlan of(Shell shell) {
    return shell == Shell.NEAR ? near : far;
  }

  /** How many tiles in view are missing: near the gaze, of first surfaces, and of hidden ones. */
  void missing(int foveal, int first, int hidden) {
    wantedFoveal = foveal;
    wantedNow = first;
    hiddenNow = hidden;
  }

  /** Keeps the record it has while nothing changed. */
  void memory(long nearCell, long farCell) {
    if (memory.near() != nearCell || memory.far() != farCell) {
      memory = new DrawnCells(nearCell, farCell);
    }
  }

  /** One shell's figures. */
  static final class ShellPlan {
    boolean used;
    float coverage;
    float shown;
    float eyeOffset;
    @Nullable Cell drawn;

    /** Keeps the record it has while the cell stays. */
    void draw(int log2Size, long cell) {
      int x = CellBits.x(cell);
      int y = CellBits.y(cell);
      int z = CellBits.z(cell);
      var old = drawn;
      if (old == null || old.x() != x || old.y() != y || old.z() != z) {
        drawn = new Cell(log2Size, x, y, z);
      }
    }
  }
}
