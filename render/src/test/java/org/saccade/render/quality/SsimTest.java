package org.saccade.render.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SsimTest {
  private static final int EDGE = 64;

  @Test
  void aPictureIsExactlyLikeItself() {
    float[] picture = noise(1, 80);
    assertEquals(1, Ssim.mean(Ssim.map(picture, picture, EDGE, EDGE)), 1e-6);
  }

  @Test
  void noiseLowersItAndMoreNoiseLowersItMore() {
    float[] picture = noise(1, 80);
    double little = Ssim.mean(Ssim.map(picture, plus(picture, noise(2, 8)), EDGE, EDGE));
    double much = Ssim.mean(Ssim.map(picture, plus(picture, noise(2, 40)), EDGE, EDGE));
    assertTrue(little < 0.999 && much < little, little + " " + much);
  }

  @Test
  void twoFlatGreysDifferByTheLuminanceTermAlone() {
    float[] dark = new float[EDGE * EDGE];
    float[] light = new float[EDGE * EDGE];
    java.util.Arrays.fill(dark, 50);
    java.util.Arrays.fill(light, 100);
    double expected = (2 * 50 * 100 + 6.5025) / (50 * 50 + 100 * 100 + 6.5025);
    assertEquals(expected, Ssim.mean(Ssim.map(dark, light, EDGE, EDGE)), 1e-3);
  }

  @Test
  void lumaWeighsGreenMost() {
    var rgba = ByteBuffer.wrap(new byte[] {(byte) 255, 0, 0, 0, 0, (byte) 255, 0, 0});
    float[] luma = Ssim.luma(rgba, 2);
    assertEquals(0.299f * 255, luma[0], 1e-3);
    assertEquals(0.587f * 255, luma[1], 1e-3);
  }

  private static float[] noise(long seed, float most) {
    var random = new Random(seed);
    float[] picture = new float[EDGE * EDGE];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = 100 + most * (random.nextFloat() - 0.5f);
    }
    return picture;
  }

  private static float[] plus(float[] a, float[] b) {
    float[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i] - 100;
    }
    return sum;
  }
}
