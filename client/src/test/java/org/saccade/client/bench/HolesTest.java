package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saccade.client.run.Stills.Still;
import org.saccade.render.panorama.TileClass;

@NullMarked
final class HolesTest {
  private static final int SIDE = 10;
  private static final int PIXELS = SIDE * SIDE;

  /** All at two metres. */
  private static final Still FLAT = still(i -> 0.5);

  private static Still still(IntToDoubleFunction inverseDepth) {
    var depth = ByteBuffer.allocate(4 * PIXELS).order(ByteOrder.nativeOrder());
    for (int i = 0; i < PIXELS; i++) {
      depth.putFloat(4 * i, (float) inverseDepth.applyAsDouble(i));
    }
    return new Still(ByteBuffer.allocate(4 * PIXELS), depth);
  }

  private static ByteBuffer classes(TileClass first, int count, TileClass rest) {
    var red = ByteBuffer.allocate(4 * PIXELS);
    for (int i = 0; i < PIXELS; i++) {
      red.put(4 * i, (byte) (i < count ? first : rest).red());
    }
    return red;
  }

  private static Holes.Share count(Still composed, Still truth, ByteBuffer classes) {
    return Holes.count(composed, truth, classes, SIDE, SIDE, ByteBuffer.allocate(4 * PIXELS));
  }

  @ParameterizedTest
  @EnumSource(
      value = TileClass.class,
      names = {"NOTHING", "MUCH_COARSER", "SKIRT"})
  void whereNoFitTileDrewIsAHoleHoweverRightItsDepth(TileClass from) {
    var share = count(FLAT, FLAT, classes(from, 7, TileClass.OWN));
    assertEquals(0.07, share.holes(), 1e-9);
    assertEquals(0.07, share.strict(), 1e-9);
  }

  @ParameterizedTest
  @EnumSource(
      value = TileClass.class,
      names = {"OWN", "ONE_COARSER"})
  void whatTheDeviceOrAFitTileDrewIsNone(TileClass from) {
    assertEquals(0, count(FLAT, FLAT, classes(from, PIXELS, from)).strict());
  }

  @Test
  void aWrongDepthIsAHoleWhereTheTruthIsNotSky() {
    var own = classes(TileClass.OWN, PIXELS, TileClass.OWN);
    assertEquals(1, count(still(i -> 0.3), FLAT, own).holes());
    assertEquals(0, count(still(i -> 0.3), still(i -> 0), own).holes());
    assertEquals(0, count(still(i -> 0.46), FLAT, own).strict(), "within 10 %");
    assertEquals(0, count(still(i -> 0.04), still(i -> 0.08), own).strict(), "within 0.05 1/m");
  }

  @Test
  void aSilhouetteMovedByAPixelIsAHoleOnlyStrictly() {
    var own = classes(TileClass.OWN, PIXELS, TileClass.OWN);
    var truth = still(i -> i % SIDE < 5 ? 1 : 0.2);
    var moved = still(i -> i % SIDE < 4 ? 1 : 0.2);
    var far = still(i -> i % SIDE < 2 ? 1 : 0.2);
    assertEquals(0, count(moved, truth, own).holes());
    assertEquals(0.1, count(moved, truth, own).strict(), 1e-9);
    assertEquals(0.2, count(far, truth, own).holes(), 1e-9);
  }
}
