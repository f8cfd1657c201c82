package org.saccade.offload.fov;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joml.Quaternionf;
import org.joml.Vector3d;
import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.TileAddress;

final class AcuityPropertyTest {
  private static final AcuitySettings EYE = AcuitySettings.STANDARD;
  private static final Vector3d HERE = new Vector3d(0.3, 1.7, 0.2);
  private static final Quaternionf STRAIGHT = new Quaternionf();

  /** Tiles small enough for the levels to follow an eye. */
  private static final Recipe FINE =
      new Recipe(
          Recipe.FORMAT_VERSION, 128, 4, -1, 0, 4, 85, 1, 8, 0.02f, 1, new Fingerprint(1, 2, 3, 4));

  private final Tiles tiles = new Tiles();

  @Test
  void resolvesGuentersAngleAndHalfAsFineAtOneDegree() {
    assertEquals(Math.toRadians(1.0 / 48), EYE.resolvedRadians(0), 1e-12);
    assertEquals(Math.toRadians(1.0 / 48 + 0.022), EYE.resolvedRadians(Math.toRadians(1)), 1e-12);
  }

  @Property(tries = 200)
  void needsLessFartherOutAndMoreTheLessTheGazeIsKnown(@ForAll long seed) {
    var random = new Random(seed);
    double near = random.nextDouble() * Math.PI;
    double far = near + random.nextDouble();
    double sure = random.nextDouble() * 0.3;
    double unsure = sure + random.nextDouble() * 0.3;
    assertTrue(EYE.texelsPerRadian(far, sure) <= EYE.texelsPerRadian(near, sure));
    assertTrue(EYE.texelsPerRadian(near, unsure) >= EYE.texelsPerRadian(near, sure));
  }

  /** A tile of a plan for a sure gaze is never finer than what lies there when it is unsure. */
  @Property(tries = 40)
  void anUncertainGazeNeverMakesAPlaceCoarser(@ForAll long seed) {
    var random = new Random(seed);
    var gaze =
        new Vector3f(random.nextFloat(-0.7f, 0.7f), random.nextFloat(-0.7f, 0.7f), -1).normalize();
    double error = random.nextDouble() * 0.1;
    var sure = wanted(new Look.At(gaze, error));
    var unsure = wanted(new Look.At(gaze, error + 0.05));
    for (int i = 0; i < sure.size(); i++) {
      long tile = sure.get(i);
      if (TileAddress.level(tile) > 0) {
        assertTrue(unsure.contains(tile) || isSplit(unsure, tile), TileAddress.describe(tile));
      }
    }
  }

  /** Whether a list has a tile inside this one. */
  private static boolean isSplit(AddressList list, long tile) {
    int level = TileAddress.level(tile);
    for (int i = 0; i < list.size(); i++) {
      long other = list.get(i);
      if (TileAddress.level(other) > level && TileAddress.ancestor(other, level) == tile) {
        return true;
      }
    }
    return false;
  }

  @Test
  void whatTheGazeIsOnHasTheScreensLevelWhereverThatIs() {
    for (float x = -0.9f; x <= 0.9f; x += 0.1f) {
      var gaze = new Vector3f(x, 0.3f, -1).normalize();
      var wanted = wanted(new Look.At(gaze, 0));
      boolean isFine = false;
      for (int i = 0; i < wanted.size(); i++) {
        isFine |= TileAddress.level(wanted.get(i)) == FINE.maxLevel();
      }
      assertTrue(isFine, "gaze at " + x);
    }
  }

  @Test
  void withoutAnEyeTrackerAHeadsetWantsLessThanAScreenAndMoreThanWithOne() {
    int screen = wanted(Look.anywhere()).size();
    int headset = wanted(Look.ahead()).size();
    int tracked = wanted(new Look.At(new Vector3f(0, 0, -1), Look.TRACKED_ERROR)).size();
    assertTrue(tracked < headset && headset < screen, tracked + " " + headset + " " + screen);
  }

  @Test
  void aHeadThatTurnsFasterGetsAWiderBandUpToALimit() {
    var band = GuardBand.STANDARD;
    assertEquals(band.leastRadians(), band.radians(Haste.NONE));
    assertTrue(band.radians(Haste.LEISURELY) > band.leastRadians());
    assertTrue(band.radians(new Haste(2, 0.1)) > band.radians(new Haste(1, 0.1)));
    assertTrue(band.radians(new Haste(1, 0.2)) > band.radians(new Haste(1, 0.1)));
    assertEquals(band.mostRadians(), band.radians(new Haste(1e300, 1e300)));
    assertEquals(band.leastRadians(), band.radians(new Haste(Double.NaN, -5)));
  }

  @Test
  void aGazeThatIsNoneIsRefusedOrCountsAsNone() {
    var none = new Vector3f(Float.NaN, 0, -1);
    assertThrows(IllegalArgumentException.class, () -> new Look.At(none, 0));
    assertThrows(IllegalArgumentException.class, () -> new Look.At(new Vector3f(), 0));
    assertThrows(IllegalArgumentException.class, () -> new Look.Ahead(Double.NaN));
    assertEquals(Look.anywhere(), Look.of(none));
    assertEquals(Look.ahead(), Look.of(new Vector3f(0, 0, -1), -1, Look.ahead()));
    var long1 = assertInstanceOf(Look.At.class, Look.of(new Vector3f(0, 0, -9)));
    assertEquals(1, long1.direction().length(), 1e-6);
  }

  @Test
  void aGazeOutsideOfTheViewIsHarmless() {
    var behind = wanted(new Look.At(new Vector3f(0, 0, 1), 0));
    assertTrue(behind.size() > 0);
    assertTrue(behind.size() < wanted(Look.anywhere()).size());
  }

  @Test
  void viewsThatAreNoneAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> view(0.5f, 0.5f));
    assertThrows(IllegalArgumentException.class, () -> view(0.5f, -0.5f));
    assertThrows(IllegalArgumentException.class, () -> view(Float.NaN, 0.5f));
    assertThrows(IllegalArgumentException.class, () -> view(-0.5f, 2));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ViewFrustum(
                new Vector3d(Double.NaN, 0, 0), STRAIGHT, -0.5f, 0.5f, 0.5f, -0.5f, 9, 9));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ViewFrustum(HERE, new Quaternionf(0, 0, 0, 0), -0.5f, 0.5f, 0.5f, -0.5f, 9, 9));
  }

  @Test
  void aQuaternionThatIsNotQuiteUnitTurnsAsOneThatIs() {
    var turn = new Quaternionf().rotateY(0.7f);
    var longer = new Quaternionf(2 * turn.x, 2 * turn.y, 2 * turn.z, 2 * turn.w);
    var view = new ViewFrustum(HERE, longer, -0.5f, 0.5f, 0.5f, -0.5f, 9, 9);
    assertTrue(turn.equals(view.orientation(), 1e-6f));
  }

  @Test
  void aPixelCountsByItsSolidAngleAndTheSquareOfWhatIsResolved() {
    var view = Tiles.view(HERE, STRAIGHT, 90);
    var map = new EyeMap(view, new Vector3f(0, 0, -1), EYE);
    double total = 0;
    for (float steradians : map.steradians()) {
      total += steradians;
    }
    assertEquals(4 * Math.PI / 6, total, 1e-3);
    int corner = 0;
    double ratio = EYE.foveaRadians() / EYE.resolvedRadians(map.eccentricities()[corner]);
    assertEquals(map.steradians()[corner] * ratio * ratio, map.weights()[corner], 1e-9);
    assertEquals(Math.atan(Math.sqrt(2)), map.eccentricities()[corner], 0.02);
  }

  private static ViewFrustum view(float left, float right) {
    return new ViewFrustum(HERE, STRAIGHT, left, right, 0.5f, -0.5f, 9, 9);
  }

  /** All that a view of 1,600 pixels wants of tiles it has none of. */
  private AddressList wanted(Look look) {
    var plan = new TilePlan();
    var input =
        new PlanInput(
            List.of(Tiles.view(HERE, STRAIGHT, 1600)),
            List.of(),
            look,
            Haste.NONE,
            ShellUse.IGNORED,
            ShellUse.WANTED,
            tiles);
    var settings = new ChooserSettings(5_000, GuardBand.STANDARD, AcuitySettings.STANDARD, false);
    new TileChooser(FINE, settings).choose(input, DrawnCells.NONE, plan);
    assertFalse(plan.wanted().size() == 0);
    return plan.wanted();
  }
}
