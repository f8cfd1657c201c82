package org.saccade.render.panorama;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FaceSharpenerTest {
  private static final int SIZE = 16;
  private static final int EDGE = SIZE / 2;
  private static final float FAR = 0.2f;
  private static final float NEAR = 1f;

  private final FaceImage face = new FaceImage(SIZE);

  @Test
  void oneColourStaysWhatItIsToTheLastTexelOfTheFace() {
    paint(0, SIZE, 0xFF4080C0, FAR);
    assertArrayEquals(face.rgba, sharpened(true));
  }

  @Test
  void bothSidesOfAnEdgeMoveApartByTheirShareOfTheStep() {
    paint(0, EDGE, grey(100), FAR);
    paint(EDGE, SIZE, grey(140), FAR);
    int[] sharp = sharpened(true);
    assertEquals(grey(94), row(sharp, EDGE - 1), "0.15 of 40 darker");
    assertEquals(grey(146), row(sharp, EDGE), "0.15 of 40 lighter");
    assertEquals(grey(100), row(sharp, EDGE - 2));
    int[] little = sharpened(false);
    assertEquals(grey(98), row(little, EDGE - 1), "0.06 of 40 darker");
  }

  @Test
  void anotherSurfacesColourCrossesNoSilhouette() {
    paint(0, EDGE, grey(100), NEAR);
    paint(EDGE, SIZE, grey(140), FAR);
    assertArrayEquals(face.rgba, sharpened(true));
  }

  @Test
  void whatIsEmptyStaysEmptyAndCountsForNobody() {
    paint(0, EDGE, grey(100), FAR);
    assertArrayEquals(face.rgba, sharpened(true));
  }

  @Test
  void coloursStayInTheirRange() {
    paint(0, EDGE, grey(0), FAR);
    paint(EDGE, SIZE, grey(255), FAR);
    assertArrayEquals(face.rgba, sharpened(true));
  }

  private int[] sharpened(boolean isSingleSampled) {
    return Arrays.copyOf(new FaceSharpener(isSingleSampled).sharpen(face), SIZE * SIZE);
  }

  private static int row(int[] of, int x) {
    return of[EDGE * SIZE + x];
  }

  private static int grey(int value) {
    return FaceImage.OPAQUE | value << 16 | value << 8 | value;
  }

  private void paint(int from, int to, int rgba, float inverseDepth) {
    for (int y = 0; y < SIZE; y++) {
      Arrays.fill(face.rgba, y * SIZE + from, y * SIZE + to, rgba);
      Arrays.fill(face.inverseDepth, y * SIZE + from, y * SIZE + to, inverseDepth);
    }
  }
}
