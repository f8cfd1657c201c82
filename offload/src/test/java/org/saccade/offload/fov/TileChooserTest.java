package org.saccade.offload.fov;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

final class TileChooserTest {
  private static final Vector3d EYE = new Vector3d(0.3, 1.7, 0.2);
  private static final Quaternionf STRAIGHT = new Quaternionf();

  private final TileChooser chooser = new TileChooser(Tiles.RECIPE, ChooserSettings.STANDARD);
  private final Tiles tiles = new Tiles();
  private final TilePlan plan = new TilePlan();

  private TilePlan choose(PlanInput input) {
    chooser.choose(input, plan.memory(), plan);
    return plan;
  }

  @Test
  void wantsTheCoarseFacesInViewFirstThenWhatIsInViewMiddleFirst() {
    choose(tiles.look(Tiles.view(EYE, STRAIGHT), null));
    int floor = coarseFacesFirst();
    assertTrue(floor >= 2 && floor < 2 * Face.COUNT, floor + " faces");
    for (int i = 0; i < floor; i++) {
      assertEquals(Surface.FIRST, TileAddress.surface(plan.wanted().get(i)));
      assertTrue(TileAddress.face(plan.wanted().get(i)) != Face.POSITIVE_Z, "none behind the back");
    }
    long next = plan.wanted().get(floor);
    assertEquals(Face.NEGATIVE_Z, TileAddress.face(next));
    assertEquals(2, TileAddress.level(next));
    assertTrue(plan.wantedNow() > floor);
    assertEquals(0, plan.coverage());
    assertEquals(0, plan.draw().size());
  }

  /** How many whole faces lead the wishes. */
  private int coarseFacesFirst() {
    int faces = 0;
    while (TileAddress.level(plan.wanted().get(faces)) == 0) {
      faces++;
    }
    return faces;
  }

  @Test
  void wantsTheCoarseFacesOutOfViewToo() {
    choose(tiles.look(Tiles.view(EYE, STRAIGHT), null));
    int faces = 0;
    for (int i = 0; i < plan.wanted().size(); i++) {
      long tile = plan.wanted().get(i);
      boolean isFace = TileAddress.level(tile) == 0;
      faces += isFace && TileAddress.surface(tile) == Surface.FIRST ? 1 : 0;
    }
    assertTrue(faces >= 2 * Face.COUNT, faces + " faces");
  }

  @Test
  void anEdgeThatBakesIsAskedForDraftsBetweenTheCoarseFacesAndTheSharpTiles() {
    var straight = tiles.look(Tiles.view(EYE, STRAIGHT), null);
    choose(straight);
    List<Long> plain = wanted();
    choose(baking(straight));
    List<Long> drafts = new ArrayList<>(wanted());
    drafts.removeAll(plain);
    assertTrue(drafts.size() > 4, drafts.size() + " drafts");
    int sharp = 0;
    while (TileAddress.level(wanted().get(sharp)) <= Tiles.RECIPE.draftLevel()) {
      sharp++;
    }
    for (long draft : drafts) {
      assertTrue(Tiles.RECIPE.isInDraft(draft), TileAddress.describe(draft));
      assertTrue(wanted().indexOf(draft) < sharp, TileAddress.describe(draft));
    }
    List<Long> left = new ArrayList<>(wanted());
    left.removeAll(drafts);
    assertEquals(plain, left, "besides, not instead");
  }

  @Test
  void whatIsSharpAlreadyNeedsNoDraft() {
    var straight = tiles.addCells(EYE, 2).look(Tiles.view(EYE, STRAIGHT), null);
    choose(straight);
    List<Long> plain = wanted();
    choose(baking(straight));
    assertEquals(plain, wanted());
  }

  private static PlanInput baking(PlanInput input) {
    return new PlanInput(
        input.now(),
        input.ahead(),
        input.look(),
        input.haste(),
        input.near(),
        input.far(),
        input.residency(),
        true);
  }

  private List<Long> wanted() {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < plan.wanted().size(); i++) {
      all.add(plan.wanted().get(i));
    }
    return all;
  }

  @Test
  void wantsEachTileOnceAndOnlyWhatIsMissing() {
    tiles.addCell(Shell.FAR, Tiles.RECIPE.cellFor(Shell.FAR, EYE), 1);
    choose(
        tiles.walk(Tiles.view(EYE, STRAIGHT), Tiles.view(new Vector3d(0.3, 1.7, -0.5), STRAIGHT)));
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < plan.wanted().size(); i++) {
      long address = plan.wanted().get(i);
      assertTrue(seen.add(address), TileAddress.describe(address));
      assertFalse(tiles.isResident(address), TileAddress.describe(address));
    }
  }

  @Test
  void behindComesAfterFirstAndTheNextCellsFloorBetweenThem() {
    choose(
        tiles.walk(Tiles.view(EYE, STRAIGHT), Tiles.view(new Vector3d(0.3, 1.7, -0.9), STRAIGHT)));
    var here = Tiles.RECIPE.cellFor(Shell.NEAR, EYE);
    int firstBehind = -1;
    int nextFloor = -1;
    for (int i = plan.wanted().size() - 1; i >= 0; i--) {
      long address = plan.wanted().get(i);
      boolean isHere = TileAddress.cell(address, Tiles.RECIPE).equals(here);
      if (TileAddress.surface(address) == Surface.BEHIND) {
        firstBehind = i;
      } else if (TileAddress.shell(address) == Shell.NEAR && !isHere) {
        nextFloor = i;
      }
    }
    assertTrue(nextFloor >= plan.wantedNow(), "next floor at " + nextFloor);
    assertTrue(firstBehind > nextFloor, "behind at " + firstBehind);
  }

  @Test
  void oneRoundOfServingCoversTheView() {
    var input = tiles.look(Tiles.view(EYE, STRAIGHT), null);
    tiles.serve(choose(input));
    choose(input);
    assertEquals(1, plan.coverage(Shell.NEAR));
    assertEquals(1, plan.coverage(Shell.FAR));
    assertEquals(0, plan.wanted().size());
    assertTrue(plan.draw().size() > 0);
  }

  @Test
  void neverWantsFinerThanTheScreen() {
    for (int pixels : new int[] {200, 400, 800, 4000}) {
      choose(tiles.look(Tiles.view(EYE, STRAIGHT, pixels), null));
      int finest = 0;
      for (int i = 0; i < plan.wanted().size(); i++) {
        finest = Math.max(finest, TileAddress.level(plan.wanted().get(i)));
      }
      double middle = pixels / 2.0;
      double corner = middle * Math.pow(3, 0.75);
      assertTrue(texels(finest - 1) < corner, finest + " for " + pixels + " pixels");
      assertTrue(
          texels(finest) >= Math.min(middle, texels(Tiles.RECIPE.maxLevel())),
          finest + " for " + pixels + " pixels");
    }
  }

  /** Texels a radian in the middle of a face. */
  private static double texels(int level) {
    return Math.scalb(Tiles.RECIPE.tilePixels() / 2.0, level);
  }

  @Test
  void aMeasuredGazeSavesTilesInThePeriphery() {
    int uniform = choose(tiles.look(Tiles.view(EYE, STRAIGHT, 1600), null)).wantedNow();
    var gaze = Tiles.forward(STRAIGHT);
    int foveated = choose(tiles.look(Tiles.view(EYE, STRAIGHT, 1600), gaze)).wantedNow();
    assertTrue(foveated < 0.8 * uniform, "%d of %d".formatted(foveated, uniform));
    long middle = plan.wanted().get(coarseFacesFirst());
    assertEquals(Tiles.RECIPE.maxLevel(), TileAddress.level(middle), TileAddress.describe(middle));
  }

  @Test
  void keepsThePreviousCellUntilTheNewOneIsThere() {
    tiles.addCells(EYE, 2);
    choose(tiles.look(Tiles.view(EYE, STRAIGHT), null));
    var before = Objects.requireNonNull(plan.drawnCell(Shell.NEAR));
    var over = new Vector3d(0.3, 1.7, -0.1);
    choose(tiles.look(Tiles.view(over, STRAIGHT), null));
    assertEquals(before, plan.drawnCell(Shell.NEAR));
    assertTrue(plan.coverage(Shell.NEAR) > 0.9);
    long wanted = plan.wanted().get(0);
    assertEquals(
        Tiles.RECIPE.cellFor(TileAddress.shell(wanted), over),
        TileAddress.cell(wanted, Tiles.RECIPE));
    tiles.addCells(over, 2);
    choose(tiles.look(Tiles.view(new Vector3d(0.3, 1.7, -0.25), STRAIGHT), null));
    assertEquals(Tiles.RECIPE.cellFor(Shell.NEAR, over), plan.drawnCell(Shell.NEAR));
  }

  @Test
  void aNeighboursTilesStandInWhereTheDrawnCellHasNoneAtAll() {
    tiles.addCells(EYE, 2);
    var around = Tiles.RECIPE.cellFor(Shell.NEAR, EYE);
    tiles.removeFace(Shell.NEAR, around, Face.NEGATIVE_Z);
    var view = Tiles.view(EYE, new Quaternionf().rotateY((float) Math.toRadians(45)));
    choose(tiles.look(view, null));
    assertTrue(plan.shown(Shell.NEAR) < 0.9, "a hole in the view");
    tiles.addCell(Shell.NEAR, Tiles.RECIPE.cellFor(Shell.NEAR, 0.8, 1.7, 0.2), 0);
    choose(tiles.look(view, null));
    assertEquals(around, plan.drawnCell(Shell.NEAR));
    assertEquals(1, plan.shown(Shell.NEAR), "the neighbour's coarse face fills it");
    assertTrue(plan.coverage(Shell.NEAR) < 0.9, "and does not count as sharp");
  }

  @Test
  void aFaceJustBeyondTheEdgeOfTheViewCountsWhenAnEyeOffTheCentreMaySeeIt() {
    tiles.addCells(EYE, 2);
    var around = Tiles.RECIPE.cellFor(Shell.NEAR, EYE);
    var low = new Vector3d(0.3, 1.55, 0.2);
    choose(tiles.look(Tiles.view(low, STRAIGHT), null));
    assertEquals(around, plan.drawnCell(Shell.NEAR));
    assertEquals(1, plan.shown(Shell.NEAR));
    tiles.removeFace(Shell.NEAR, around, Face.NEGATIVE_Y);
    choose(tiles.look(Tiles.view(low, STRAIGHT), null));
    assertTrue(plan.shown(Shell.NEAR) < 0.998, plan.shown(Shell.NEAR) + " without the floor");
    assertEquals(Face.NEGATIVE_Y, TileAddress.face(plan.wanted().get(0)), "which comes first");
  }

  @Test
  void tilesOfACellLeftFarBehindShowNothing() {
    tiles.addCells(EYE, 2);
    choose(tiles.look(Tiles.view(EYE, STRAIGHT), null));
    choose(tiles.look(Tiles.view(new Vector3d(0.3, 1.7, -0.4), STRAIGHT), null));
    assertEquals(1, plan.shown(Shell.NEAR), "0.65 m from the centre");
    choose(tiles.look(Tiles.view(new Vector3d(0.3, 1.7, -0.8), STRAIGHT), null));
    assertEquals(0, plan.shown(Shell.NEAR), "1.05 m");
    assertEquals(0, plan.coverage(Shell.NEAR), "sharp or not, it is torn");
    assertEquals(1, plan.shown(Shell.FAR), "FAR's cell is larger");
  }

  @Test
  void aCoarseCellAroundTheEyeIsBetterThanASharpOneLeftBehind() {
    var here = new Vector3d(0.3, 1.7, -0.55);
    tiles.addCells(EYE, 2).removeHidden(EYE);
    choose(tiles.look(Tiles.view(EYE, STRAIGHT), null));
    var around = Tiles.RECIPE.cellFor(Shell.NEAR, here);
    tiles.addCell(Shell.NEAR, around, 0);
    choose(tiles.look(Tiles.view(here, STRAIGHT), null));
    assertEquals(around, plan.drawnCell(Shell.NEAR), "0.8 m from the other's centre");
    assertEquals(1, plan.shown(Shell.NEAR));
  }

  @Test
  void doesNotFlipBetweenTwoCellsAtTheirBorder() {
    tiles.addCells(new Vector3d(0.3, 1.7, 0.1), 2).addCells(new Vector3d(0.3, 1.7, -0.1), 2);
    int changes = 0;
    Cell last = null;
    for (int i = 0; i < 100; i++) {
      var eye = new Vector3d(0.3, 1.7, i % 2 == 0 ? 0.04 : -0.04);
      choose(tiles.look(Tiles.view(eye, STRAIGHT), null));
      changes += last != null && !last.equals(plan.drawnCell(Shell.NEAR)) ? 1 : 0;
      last = plan.drawnCell(Shell.NEAR);
    }
    assertEquals(0, changes);
  }

  @Test
  void leavesACellSoonAfterTheEyeDidWhenTheNextOneIsThere() {
    tiles.addCells(new Vector3d(0.3, 1.7, 0.1), 2).addCells(new Vector3d(0.3, 1.7, -0.1), 2);
    choose(tiles.look(Tiles.view(new Vector3d(0.3, 1.7, 0.1), STRAIGHT), null));
    var before = plan.drawnCell(Shell.NEAR);
    choose(tiles.look(Tiles.view(new Vector3d(0.3, 1.7, -0.04), STRAIGHT), null));
    assertEquals(before, plan.drawnCell(Shell.NEAR), "4 cm outside");
    var over = new Vector3d(0.3, 1.7, -0.06);
    choose(tiles.look(Tiles.view(over, STRAIGHT), null));
    assertEquals(Tiles.RECIPE.cellFor(Shell.NEAR, over), plan.drawnCell(Shell.NEAR), "6 cm");
  }

  @Test
  void staysWhileTheHiddenSurfacesOfTheNextCellAreMissing() {
    var over = new Vector3d(0.3, 1.7, -0.06);
    tiles.addCells(EYE, 2).addCells(over, 2).removeHidden(over);
    choose(tiles.look(Tiles.view(EYE, STRAIGHT), null));
    choose(tiles.look(Tiles.view(over, STRAIGHT), null));
    assertEquals(Tiles.RECIPE.cellFor(Shell.NEAR, EYE), plan.drawnCell(Shell.NEAR));
  }

  @Test
  void drawsNoNearCellThatLeavesAGapBeforeTheFarShell() {
    var far = new Vector3d(0.3, 1.7, 0.4);
    var near = new Vector3d(0.3, 1.7, -0.6);
    tiles.addCell(Shell.FAR, Tiles.RECIPE.cellFor(Shell.FAR, far), 2);
    tiles.addCell(Shell.NEAR, Tiles.RECIPE.cellFor(Shell.NEAR, near), 2);
    tiles.addCell(Shell.NEAR, Tiles.RECIPE.cellFor(Shell.NEAR, new Vector3d(0.3, 1.7, -0.1)), 2);
    choose(tiles.look(Tiles.view(near, STRAIGHT), null));
    var drawn = Objects.requireNonNull(plan.drawnCell(Shell.NEAR));
    var farDrawn = Objects.requireNonNull(plan.drawnCell(Shell.FAR));
    double apart = Math.abs(drawn.centre().z() - farDrawn.centre().z());
    assertTrue(apart <= Tiles.RECIPE.farthestApart(), apart + " m");
  }

  @Test
  void asksForTheCellsOnTheWayOfAWalk() {
    tiles.addCells(EYE, 2);
    var ahead = new Vector3d(0.3, 1.7, -0.75);
    choose(tiles.walk(Tiles.view(EYE, STRAIGHT), Tiles.view(ahead, STRAIGHT)));
    Set<Cell> cells = new HashSet<>();
    for (int i = 0; i < plan.wanted().size(); i++) {
      if (TileAddress.shell(plan.wanted().get(i)) == Shell.NEAR) {
        cells.add(TileAddress.cell(plan.wanted().get(i), Tiles.RECIPE));
      }
    }
    assertTrue(cells.contains(Tiles.RECIPE.cellFor(Shell.NEAR, ahead)));
    assertTrue(cells.contains(Tiles.RECIPE.cellFor(Shell.NEAR, 0.3, 1.7, -0.275)), "halfway");
  }

  @Test
  void staysWithinTheCapacity() {
    var small = new TileChooser(Tiles.RECIPE, ChooserSettings.STANDARD.withCapacity(60));
    small.choose(tiles.look(Tiles.view(EYE, STRAIGHT), null), DrawnCells.NONE, plan);
    assertEquals(60, plan.wanted().size());
    tiles.serve(plan);
    small.choose(tiles.look(Tiles.view(EYE, STRAIGHT), null), plan.memory(), plan);
    assertEquals(0, plan.wanted().size());
  }

  @Test
  void anIgnoredShellIsMeasuredButNeitherDrawnNorWanted() {
    tiles.addCells(EYE, Tiles.RECIPE.maxLevel());
    var view = Tiles.view(EYE, STRAIGHT);
    var input =
        new PlanInput(List.of(view), List.of(view), null, ShellUse.IGNORED, ShellUse.WANTED, tiles);
    choose(input);
    assertEquals(1, plan.coverage(Shell.NEAR));
    assertEquals(0, plan.draw().size());
    assertEquals(0, plan.wanted().size());
  }

  @Test
  void allocatesNextToNothingInSteadyState() {
    tiles.addCells(EYE, 1);
    var input =
        tiles.walk(Tiles.view(EYE, STRAIGHT), Tiles.view(new Vector3d(0.3, 1.7, -0.9), STRAIGHT));
    var quiet =
        new PlanInput(input.now(), input.ahead(), null, input.near(), input.far(), a -> a % 3 == 0);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 300; i++) {
      choose(quiet);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 200; i++) {
      choose(quiet);
    }
    long perPlan = (threads.getCurrentThreadAllocatedBytes() - before) / 200;
    // The JDK's sort takes a few hundred bytes for its pivots; nothing else may.
    assertTrue(perPlan < 512, perPlan + " bytes a plan");
  }
}
