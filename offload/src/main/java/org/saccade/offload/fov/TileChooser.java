package org.saccade.offload.fov;

import org.saccade.offload.fov.WishOrder.Rank;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileResidency;

/**
 * Chooses the tiles of a frame: which cells to draw, which tiles of them, and which tiles to ask
 * for, best first. A function of its arguments: equal input, memory and residency give an equal
 * plan. Its fields are scratch, so one thread (the frame's) owns it; in steady state a call
 * allocates nothing but the few hundred bytes of the JDK's sort.
 */
public final class TileChooser {
  /** Nearer things are left to the coarse faces when tiles are asked for, metres. */
  private static final float NEAREST_WANTED = 1;

  /** Nearer things may miss their sharp tiles at the edge of a view, metres. */
  private static final float NEAREST_DRAWN = 0.5f;

  private final Recipe recipe;
  private final ChooserSettings settings;
  private final ViewSet now = new ViewSet();
  private final ViewSet ahead = new ViewSet();
  private final Foveation foveation;
  private final Foveation aheadFoveation;
  private final VisibleTiles seen;
  private final VisibleTiles scratch;
  private final CellChoice choice;
  private final DrawFill fill = new DrawFill();
  private final StandIns standIns;
  private final WishOrder wishes = new WishOrder();

  /** A chooser for tiles of this recipe. */
  public TileChooser(Recipe recipe, ChooserSettings settings) {
    this.recipe = recipe;
    this.settings = settings;
    foveation = new Foveation(recipe, settings.acuity(), now);
    aheadFoveation = new Foveation(recipe, settings.acuity(), ahead);
    seen = new VisibleTiles(now, foveation);
    scratch = new VisibleTiles(now, foveation);
    choice = new CellChoice(recipe, seen);
    standIns = new StandIns(choice::isTorn);
  }

  /**
   * Makes the plan of one frame.
   *
   * @param before the memory of the plan before, {@link DrawnCells#NONE} at first
   * @param into overwritten
   */
  public void choose(PlanInput input, DrawnCells before, TilePlan into) {
    into.clear();
    wishes.clear();
    float guard = settings.guard().radians(input.haste());
    now.set(input.now(), guard);
    ahead.set(input.ahead(), guard);
    foveation.set(input.look(), now);
    aheadFoveation.set(input.look(), ahead);
    long far = shell(Shell.FAR, input, before.far(), CellBits.NONE, into);
    long near = shell(Shell.NEAR, input, before.near(), far, into);
    wantAhead(Shell.FAR, input.far());
    wantAhead(Shell.NEAR, input.near());
    wantAround(Shell.FAR, input.far());
    wantAround(Shell.NEAR, input.near());
    wishes.fill(into, settings.capacityTiles(), input.residency());
    into.memory(near, far);
  }

  private long shell(Shell shell, PlanInput input, long before, long drawnFar, TilePlan into) {
    var use = shell == Shell.NEAR ? input.near() : input.far();
    long around = cellAt(shell, now.x(), now.y(), now.z());
    collect(seen, now, foveation, shell, around, NEAREST_WANTED);
    choice.of(shell, now, seen, input.residency());
    long drawn = choice.choose(around, before, drawnFar);
    choice.measure(drawn);
    if (mayStandIn(shell, input)) {
      standIns.of(shell, input.residency(), drawn, around, before);
    } else {
      standIns.none();
    }
    var shellPlan = into.of(shell);
    shellPlan.used = use != ShellUse.IGNORED;
    shellPlan.eyeOffset = choice.offset(drawn);
    boolean isTorn = choice.isTorn(drawn);
    shellPlan.coverage = isTorn ? 0 : choice.coverage();
    shellPlan.shown = isTorn ? 0 : choice.shown(drawn, standIns);
    shellPlan.draw(recipe.cellLog2(shell), drawn);
    if (use == ShellUse.DRAWN) {
      draw(shell, drawn, input.residency(), into);
    }
    if (use != ShellUse.IGNORED) {
      wantNow(shell, around);
      if (input.edgeBakes()) {
        wantDrafts(shell, around, input.residency());
      }
    }
    return drawn;
  }

  /**
   * Where the device draws what is near, its box is the drawn FAR cell's: another cell's tiles
   * would leave a gap beside it.
   */
  private static boolean mayStandIn(Shell shell, PlanInput input) {
    return shell == Shell.NEAR ? input.near() != ShellUse.IGNORED : input.near() == ShellUse.DRAWN;
  }

  private void draw(Shell shell, long drawn, TileResidency residency, TilePlan into) {
    collect(scratch, now, foveation, shell, drawn, NEAREST_DRAWN);
    fill.of(shell, residency, into.draw());
    fill.add(scratch, drawn, standIns);
  }

  private void wantNow(Shell shell, long cell) {
    wantFaces(shell, cell, seen, foveation, Rank.FLOOR, Rank.FLOOR_AROUND);
    for (int i = 0; i < seen.size(); i++) {
      want(shell, cell, Surface.FIRST, seen, i, Rank.NOW);
    }
    wantHiddenFaces(shell, cell, seen, Rank.BEHIND);
    for (int i = 0; i < seen.size(); i++) {
      want(shell, cell, Surface.BEHIND, seen, i, Rank.BEHIND);
    }
  }

  /** What an edge that bakes has first of places that lack what they need. */
  private void wantDrafts(Shell shell, long cell, TileResidency residency) {
    int level = recipe.draftLevel();
    for (int i = 0; i < seen.size() && level >= 0; i++) {
      long tile = CellChoice.address(shell, cell, Surface.FIRST, seen, i);
      if (seen.level(i) > level && !residency.isResident(tile)) {
        wishes.want(TileAddress.ancestor(tile, level), Rank.DRAFT, seen.eccentricity(i));
      }
    }
  }

  /**
   * Whole faces of what is hidden, before its finer tiles: they say which of those show nothing,
   * and show in holes where those have nothing.
   */
  private void wantHiddenFaces(Shell shell, long cell, VisibleTiles visible, Rank rank) {
    for (int i = 0; i < Face.COUNT; i++) {
      var face = Face.of(i);
      if (visible.shows(face)) {
        long tile = CellChoice.wholeFace(shell, cell, Surface.BEHIND, face);
        wishes.want(tile, rank, 0);
      }
    }
  }

  private static float eccentricity(Foveation order, Face face) {
    var axis = face.forward();
    return order.eccentricity(axis.x(), axis.y(), axis.z());
  }

  private void wantAround(Shell shell, ShellUse use) {
    if (use == ShellUse.IGNORED || !settings.around()) {
      return;
    }
    long cell = cellAt(shell, now.x(), now.y(), now.z());
    scratch.collectAround(now, foveation);
    for (int i = 0; i < scratch.size(); i++) {
      want(shell, cell, Surface.FIRST, scratch, i, Rank.AROUND);
    }
  }

  /** The cells on the way to where the views are predicted: halfway, so that none is jumped. */
  private void wantAhead(Shell shell, ShellUse use) {
    if (use == ShellUse.IGNORED || ahead.size() == 0) {
      return;
    }
    long around = cellAt(shell, now.x(), now.y(), now.z());
    long halfway =
        cellAt(
            shell, (now.x() + ahead.x()) / 2, (now.y() + ahead.y()) / 2, (now.z() + ahead.z()) / 2);
    long end = cellAt(shell, ahead.x(), ahead.y(), ahead.z());
    if (halfway != around && halfway != end) {
      wantNext(shell, halfway);
    }
    wantNext(shell, end);
  }

  private void wantNext(Shell shell, long cell) {
    collect(scratch, ahead, aheadFoveation, shell, cell, NEAREST_WANTED);
    wantFaces(shell, cell, scratch, aheadFoveation, Rank.NEXT_FLOOR, Rank.NEXT_BEHIND);
    for (int i = 0; i < scratch.size(); i++) {
      want(shell, cell, Surface.FIRST, scratch, i, Rank.NEXT);
    }
    wantHiddenFaces(shell, cell, scratch, Rank.NEXT_BEHIND);
    for (int i = 0; i < scratch.size(); i++) {
      want(shell, cell, Surface.BEHIND, scratch, i, Rank.NEXT_BEHIND);
    }
  }

  /**
   * Wants a cell's whole faces: those in view first, because an edge that has to bake them bakes
   * them one after the other.
   */
  private void wantFaces(
      Shell shell, long cell, VisibleTiles visible, Foveation order, Rank inView, Rank outside) {
    for (int i = 0; i < Face.COUNT; i++) {
      var face = Face.of(i);
      long tile = CellChoice.wholeFace(shell, cell, Surface.FIRST, face);
      var rank = visible.shows(face) ? inView : outside;
      wishes.want(tile, rank, eccentricity(order, face));
    }
  }

  private void want(
      Shell shell, long cell, Surface surface, VisibleTiles in, int index, Rank rank) {
    wishes.want(CellChoice.address(shell, cell, surface, in, index), rank, in.eccentricity(index));
  }

  private void collect(
      VisibleTiles into, ViewSet views, Foveation needs, Shell shell, long cell, float nearest) {
    int log2 = recipe.cellLog2(shell);
    views.relativeTo(
        Cell.centre(log2, CellBits.x(cell)),
        Cell.centre(log2, CellBits.y(cell)),
        Cell.centre(log2, CellBits.z(cell)));
    float from = Math.max(nearest, recipe.nearPlane(shell));
    into.collect(views, needs, from, recipe.farPlane(shell));
  }

  private long cellAt(Shell shell, double x, double y, double z) {
    int log2 = recipe.cellLog2(shell);
    return CellBits.of(bounded(log2, x), bounded(log2, y), bounded(log2, z));
  }

  /** A far-off eye gets the outermost cells rather than an error in the middle of a frame. */
  private static int bounded(int log2, double metres) {
    int limit = TileAddress.CELL_LIMIT - 2;
    return Math.clamp(Cell.index(log2, metres), -limit, limit - 1);
  }
}
