package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saccade.client.monado.CoreValidation;
import org.saccade.client.monado.RuntimePlace;
import org.saccade.client.monado.TestLayer;
import org.saccade.offload.fov.ChooserSettings;
import org.saccade.offload.fov.DrawnCells;
import org.saccade.offload.fov.PlanInput;
import org.saccade.offload.fov.ShellUse;
import org.saccade.offload.fov.TileChooser;
import org.saccade.offload.fov.TilePlan;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.TileAddress;
import org.saccade.xr.RigFrame;

/** Where the eyes look, as the runtime tells it, decides which tiles are asked for finely. */
@NullMarked
@Tag("xr")
final class GazeTilesTest {
  private static final int FINEST = 2;
  private static final Recipe RECIPE = Recipe.standard(FINEST, new Fingerprint(1, 2, 3, 4));
  private static final List<PictureSize> SIZES =
      Collections.nCopies(2, new PictureSize(4000, 4000));

  private final RuntimePlace place = RuntimePlace.from(System.getenv());
  private final TestLayer layer = TestLayer.at(place);
  private final CoreValidation validation = new CoreValidation(place.verdicts());

  @Test
  void theFinestTilesFollowTheScriptedGaze() {
    validation.forget();
    layer.look(-20, 0, 5);
    try (var _ = WornHeadset.service(place);
        var worn = new WornHeadset(true)) {
      worn.until("a gaze", () -> worn.hasFocus() && worn.located().gaze().isMeasured());
      var right = worn.located();
      var fineRight = finest(right);
      layer.look(20, 0, 5);
      worn.until("the other gaze", () -> worn.located().gaze().x() < -0.3);
      var left = worn.located();
      var fineLeft = finest(left);
      var onlyRight = without(fineRight, fineLeft);
      var onlyLeft = without(fineLeft, fineRight);
      assertNearer(onlyRight, gaze(right), gaze(left));
      assertNearer(onlyLeft, gaze(left), gaze(right));
    }
    assertEquals(List.of(), validation.errors());
  }

  /** Tiles that only one gaze wants finely lie closer to it than to the other. */
  private static void assertNearer(Set<Long> tiles, Vector3fc gaze, Vector3fc other) {
    assertTrue(!tiles.isEmpty(), "the gaze moves no tile");
    double near = eccentricity(tiles, gaze);
    double far = eccentricity(tiles, other);
    assertTrue(near < far, "%.1f degrees from the gaze, %.1f elsewhere".formatted(near, far));
  }

  private static Set<Long> without(Set<Long> tiles, Set<Long> those) {
    var rest = new HashSet<>(tiles);
    rest.removeAll(those);
    return rest;
  }

  private static Vector3fc gaze(RigFrame frame) {
    var gaze = Views.measuredGaze(frame.gaze(), frame.head());
    if (gaze == null) {
      throw new AssertionError("the gaze is not measured: " + frame.gaze());
    }
    return gaze;
  }

  /** The tiles of the finest level that a device without any would ask for. */
  private static Set<Long> finest(RigFrame frame) {
    var plan = new TilePlan();
    var views = Views.frusta(frame, SIZES);
    var input =
        new PlanInput(
            views, List.of(), gaze(frame), ShellUse.DRAWN, ShellUse.DRAWN, address -> false);
    new TileChooser(RECIPE, ChooserSettings.STANDARD).choose(input, DrawnCells.NONE, plan);
    var fine = new HashSet<Long>();
    for (int i = 0; i < plan.wantedNow(); i++) {
      long address = plan.wanted().get(i);
      if (TileAddress.level(address) == FINEST) {
        fine.add(address);
      }
    }
    assertTrue(!fine.isEmpty(), "no tile is wanted finely");
    return fine;
  }

  /** The mean angle between tiles' middles and a direction, degrees. */
  private static double eccentricity(Set<Long> tiles, Vector3fc from) {
    double sum = 0;
    for (long tile : tiles) {
      int x = TileAddress.x(tile);
      int y = TileAddress.y(tile);
      float u = (CubeGeometry.uOfTile(FINEST, x) + CubeGeometry.uOfTile(FINEST, x + 1)) / 2;
      float v = (CubeGeometry.vOfTile(FINEST, y) + CubeGeometry.vOfTile(FINEST, y + 1)) / 2;
      var middle = CubeGeometry.direction(TileAddress.face(tile), u, v, new Vector3f());
      sum += Math.toDegrees(middle.normalize().angle(from));
    }
    return sum / tiles.size();
  }
}
