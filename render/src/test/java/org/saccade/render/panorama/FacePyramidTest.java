package org.saccade.render.panorama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class FacePyramidTest {
  private final FaceImage fine = new FaceImage(2);
  private final FaceImage coarse = new FaceImage(1);

  @Test
  void oneSurfaceIsAveraged() {
    put(0, 10, 1.00f);
    put(1, 20, 1.02f);
    put(2, 30, 1.04f);
    put(3, 40, 1.06f);
    new FacePyramid(2).halve(fine, coarse);
    assertEquals(25, coarse.rgba[0] & 255);
    assertEquals(1.03f, coarse.inverseDepth[0], 1e-6);
  }

  @Test
  void theLargerSurfaceWinsAndNothingIsMixed() {
    put(0, 200, 1);
    put(1, 10, 0.1f);
    put(2, 10, 0.1f);
    put(3, 40, 0.1f);
    new FacePyramid(2).halve(fine, coarse);
    assertEquals(20, coarse.rgba[0] & 255);
    assertEquals(0.1f, coarse.inverseDepth[0], 1e-6);
  }

  @Test
  void theNearerSurfaceWinsATie() {
    put(0, 10, 0.1f);
    put(1, 200, 1);
    put(2, 10, 0.1f);
    put(3, 200, 1);
    new FacePyramid(2).halve(fine, coarse);
    assertEquals(200, coarse.rgba[0] & 255);
  }

  @Test
  void aLoneTexelIsKeptOnlyWhereOneIsEnough() {
    put(3, 90, 0.5f);
    new FacePyramid(2).halve(fine, coarse);
    assertFalse(coarse.isCovered(0));
    new FacePyramid(1).halve(fine, coarse);
    assertTrue(coarse.isCovered(0));
    assertEquals(90, coarse.rgba[0] & 255);
  }

  private void put(int index, int red, float inverseDepth) {
    fine.rgba[index] = FaceImage.OPAQUE | red;
    fine.inverseDepth[index] = inverseDepth;
  }
}
