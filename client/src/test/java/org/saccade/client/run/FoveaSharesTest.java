package org.saccade.client.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.saccade.offload.fov.Acuity;
import org.saccade.xr.Fov;

@NullMarked
final class FoveaSharesTest {
  @Test
  void thePeripheryIsAsFineAsTheEyeWhereTheInsetEnds() {
    var fov = Fov.symmetric(Math.toRadians(90), 1);
    var shares = FoveaShares.of(fov, 800, 800);
    double texelsPerRadian = shares.scale() * 400;
    assertTrue(Acuity.texelsPerRadian(shares.fineRadians()) <= texelsPerRadian * 1.0001);
    assertTrue(Acuity.texelsPerRadian(shares.fineRadians() * 0.99) > texelsPerRadian);
  }

  @Test
  void savesHalfOfTheFragmentsOfAnOrdinaryPicture() {
    var fov = Fov.symmetric(Math.toRadians(70), 16 / 9.0);
    var shares = FoveaShares.of(fov, 1280, 720);
    assertTrue(shares.isSaving());
    assertTrue(shares.cost(fov) < 0.55, "cost " + shares.cost(fov));
  }

  @Test
  void aPictureCoarserThanTheEyeEverywhereIsDrawnWhole() {
    for (int degrees : new int[] {20, 60, 100}) {
      var fov = Fov.symmetric(Math.toRadians(degrees), 1);
      var shares = FoveaShares.of(fov, 64, 64);
      assertFalse(shares.isSaving());
      assertEquals(1, shares.cost(fov));
    }
  }
}
