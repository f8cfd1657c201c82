package org.saccade.offload.fov;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

final class PlanPropertyTest {
  private final TilePlan plan = new TilePlan();

  @Property(tries = 100)
  void whatAViewSeesOfAFullCellIsDrawnOnce(@ForAll long seed) {
    var random = new Random(seed);
    var eye = eye(random);
    var turn = turn(random);
    var tiles = new Tiles().addCells(eye, 2);
    choose(tiles.look(Tiles.view(eye, turn), null));
    for (var shell : Shell.values()) {
      for (int i = 0; i < 40; i++) {
        assertEquals(1, timesDrawn(shell, pointInView(random, shell, eye, turn)));
      }
    }
  }

  @Property(tries = 100)
  void gapsAreCoveredByAncestorsAndOnlyResidentTilesAreDrawn(@ForAll long seed) {
    var random = new Random(seed);
    var eye = eye(random);
    var turn = turn(random);
    var tiles = new Tiles().addCells(eye, 0);
    var wishes = new TilePlan();
    chooser().choose(tiles.look(Tiles.view(eye, turn), null), DrawnCells.NONE, wishes);
    for (int i = 0; i < wishes.wanted().size(); i++) {
      if (random.nextBoolean()) {
        tiles.add(wishes.wanted().get(i));
      }
    }
    choose(tiles.look(Tiles.view(eye, turn), null));
    for (int i = 0; i < plan.draw().size(); i++) {
      assertTrue(tiles.isResident(plan.draw().address(i)));
    }
    for (var shell : Shell.values()) {
      assertEquals(1, plan.shown(shell));
      for (int i = 0; i < 20; i++) {
        assertEquals(1, timesDrawn(shell, pointInView(random, shell, eye, turn)));
      }
    }
  }

  @Property(tries = 60)
  void moreTilesNeverMeanLessCoverage(@ForAll long seed) {
    var random = new Random(seed);
    var eye = eye(random);
    var turn = turn(random);
    var gaze = random.nextBoolean() ? Tiles.forward(turn) : null;
    var tiles = new Tiles();
    var input = tiles.look(Tiles.view(eye, turn), gaze);
    float last = 0;
    while (true) {
      choose(input);
      assertTrue(plan.coverage() >= last, "%s after %s".formatted(plan.coverage(), last));
      last = plan.coverage();
      if (plan.wanted().size() == 0) {
        break;
      }
      for (int i = 0; i < Math.min(16, plan.wanted().size()); i++) {
        tiles.add(plan.wanted().get(i));
      }
    }
    assertEquals(1, last);
  }

  @Property(tries = 60)
  void equalInputGivesAnEqualPlan(@ForAll long seed) {
    var random = new Random(seed);
    var eye = eye(random);
    var turn = turn(random);
    var tiles = new Tiles().addCells(eye, 1);
    var input = tiles.look(Tiles.view(eye, turn), Tiles.forward(turn));
    choose(input);
    var again = new TilePlan();
    var used = chooser();
    used.choose(tiles.look(Tiles.view(eye(random), turn(random)), null), DrawnCells.NONE, again);
    used.choose(input, DrawnCells.NONE, again);
    assertEquals(plan.wanted().size(), again.wanted().size());
    for (int i = 0; i < plan.wanted().size(); i++) {
      assertEquals(plan.wanted().get(i), again.wanted().get(i));
    }
    assertEquals(plan.draw().size(), again.draw().size());
    assertEquals(plan.coverage(), again.coverage());
  }

  private static TileChooser chooser() {
    return new TileChooser(Tiles.RECIPE, ChooserSettings.STANDARD);
  }

  private void choose(PlanInput input) {
    chooser().choose(input, DrawnCells.NONE, plan);
  }

  private static Vector3d eye(Random random) {
    return new Vector3d(
        random.nextDouble(-20, 20), random.nextDouble(-3, 3), random.nextDouble(-20, 20));
  }

  private static Quaternionf turn(Random random) {
    return new Quaternionf(
            random.nextGaussian(),
            random.nextGaussian(),
            random.nextGaussian(),
            random.nextGaussian())
        .normalize();
  }

  /** A point inside the view and inside the shell, as far off as the chooser cares for. */
  private Vector3d pointInView(Random random, Shell shell, Vector3d eye, Quaternionf turn) {
    var recipe = Tiles.RECIPE;
    var centre = Objects.requireNonNull(plan.drawnCell(shell)).centre();
    double nearest = shell == Shell.NEAR ? 0.5 : recipe.nearPlane(shell);
    double farthest = shell == Shell.NEAR ? recipe.farPlane(shell) : 500;
    while (true) {
      var ray =
          new Vector3f(random.nextFloat(-0.99f, 0.99f), random.nextFloat(-0.99f, 0.99f), -1)
              .rotate(turn);
      var point =
          new Vector3d(ray).mul(Math.exp(random.nextDouble(Math.log(0.3), Math.log(400)))).add(eye);
      var apart = point.sub(centre, new Vector3d());
      double axis = Math.max(Math.abs(apart.x), Math.max(Math.abs(apart.y), Math.abs(apart.z)));
      if (axis > nearest && axis < farthest) {
        return apart;
      }
    }
  }

  /** How many FIRST blocks of the drawn cell cover the direction. */
  private int timesDrawn(Shell shell, Vector3d from) {
    float x = (float) from.x;
    float y = (float) from.y;
    float z = (float) from.z;
    var face = CubeGeometry.faceOf(x, y, z);
    float u = CubeGeometry.u(face, x, y, z);
    float v = CubeGeometry.v(face, x, y, z);
    int times = 0;
    var draw = plan.draw();
    for (int i = 0; i < draw.size(); i++) {
      long tile = draw.address(i);
      int level = draw.partLevel(i);
      if (TileAddress.shell(tile) == shell
          && TileAddress.surface(tile) == Surface.FIRST
          && TileAddress.face(tile) == face
          && CubeGeometry.tileOf(level, u) == draw.partX(i)
          && CubeGeometry.tileOf(level, -v) == draw.partY(i)) {
        times++;
      }
    }
    return times;
  }
}
