package org.saccade.render.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PixelMeansTest {
  private static final float[] MAP = {0.1f, 0.2f, 0.6f};

  @Test
  void aPixelCountsByItsWeight() {
    assertEquals(0.5, PixelMeans.weighted(MAP, new float[] {1, 0, 4}), 1e-6);
    assertTrue(Double.isNaN(PixelMeans.weighted(MAP, new float[3])));
  }

  @Test
  void aBandHasItsLowerEndAndNotItsUpperOne() {
    float[] place = {1, 2, 3};
    float[] even = {1, 1, 1};
    assertEquals(0.15, PixelMeans.within(MAP, even, place, 1, 3), 1e-6);
    assertTrue(Double.isNaN(PixelMeans.within(MAP, even, place, 4, 9)));
  }

  @Test
  void aMapAndWeightsOfTwoSizesAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> PixelMeans.weighted(MAP, new float[] {1, 1}));
  }

  @Test
  void blurLowersSharpnessAndOnlyTheFoveaCounts() {
    float[] truth = {0, 0, 8, 0, 0, 8, 0, 0, 8};
    float[] blurred = {0, 4, 4, 0, 4, 4, 0, 4, 4};
    float[] near = new float[9];
    assertEquals(1, Sharpness.ratio(truth, truth, 3, 3, near, 1), 1e-9);
    assertEquals(0.25, Sharpness.ratio(blurred, truth, 3, 3, near, 1), 1e-9);
    float[] half = {0, 2, 2, 0, 2, 2, 0, 2, 2};
    assertTrue(Double.isInfinite(Sharpness.ratio(blurred, truth, 3, 3, half, 1)));
  }
}
