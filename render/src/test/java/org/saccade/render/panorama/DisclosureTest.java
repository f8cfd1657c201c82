package org.saccade.render.panorama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A wall 4 m away behind a square board 1 m away, seen from eyes up to 0.25 m off the centre. */
final class DisclosureTest {
  private static final int SIZE = 128;
  private static final float OFFSET = 0.25f;
  private static final float BOARD = 1;
  private static final float WALL = 0.25f;
  private static final double HALF_BOARD = 0.5;

  private final FaceImage first = new FaceImage(SIZE);
  private final FaceImage behind = new FaceImage(SIZE);

  @Test
  void whatSomeEyeSeesIsKept() {
    build();
    prune(new Disclosure(SIZE, OFFSET, 0.03f, 5));
    var random = new Random(5);
    int seen = 0;
    for (int i = 0; i < 200_000; i++) {
      int texel = random.nextInt(SIZE * SIZE);
      if (isOnBoard(texel) && isSeenFromSomewhere(texel, random)) {
        assertTrue(behind.isCovered(texel), "texel %d of the wall".formatted(texel));
        seen++;
      }
    }
    assertTrue(seen > 1000, seen + " hidden points were seen");
  }

  @Test
  void theMiddleOfALargeBoardHidesForEver() {
    build();
    prune(new Disclosure(SIZE, OFFSET / 4, 0.03f, 5));
    assertTrue(!behind.isCovered(SIZE / 2 * SIZE + SIZE / 2));
    double kept = behind.coveredShare();
    assertEquals(0.06, kept, 0.03);
  }

  @Test
  void theSkyBehindABoardBeforeAWallNeverShows() {
    build();
    for (int i = 0; i < SIZE * SIZE; i++) {
      behind.inverseDepth[i] = 0;
    }
    prune(new Disclosure(SIZE, OFFSET, 0.03f, 5));
    assertEquals(0, behind.coveredShare());
    build();
    for (int i = 0; i < SIZE * SIZE; i++) {
      behind.inverseDepth[i] = 0;
      first.inverseDepth[i] = isOnBoard(i) ? BOARD : 0;
    }
    prune(new Disclosure(SIZE, OFFSET, 0.03f, 5));
    assertTrue(behind.coveredShare() > 0.1, "past an edge against the sky it does");
    for (int i = 0; i < SIZE * SIZE; i++) {
      assertEquals(isOnBoard(i) && behind.isCovered(i), behind.opensSky[i], "texel " + i);
    }
    int where = SIZE / 2 * SIZE + SIZE / 4;
    assertTrue(behind.opensSky[where]);
    behind.hidesMore[where] = true;
    prune(new Disclosure(SIZE, OFFSET, 0.03f, 5));
    assertFalse(behind.opensSky[where], "something lies there that is in no tile");
    behind.hidesMore[where] = false;
    var disclosure = new Disclosure(SIZE, OFFSET, 0.03f, 5);
    disclosure.measure(first);
    disclosure.prune(first, behind, false);
    assertFalse(behind.opensSky[SIZE / 2 * SIZE + SIZE / 4], "another shell is there");
  }

  private void prune(Disclosure disclosure) {
    disclosure.measure(first);
    disclosure.prune(first, behind, true);
  }

  private boolean isSeenFromSomewhere(int texel, Random random) {
    double length = OFFSET * Math.cbrt(random.nextDouble());
    double angle = random.nextDouble() * 2 * Math.PI;
    double z = (2 * random.nextDouble() - 1) * length;
    double across = Math.sqrt(length * length - z * z);
    double ex = across * Math.cos(angle);
    double ey = across * Math.sin(angle);
    double depth = 1 / WALL;
    double px = u(texel) * depth;
    double py = v(texel) * depth;
    double t = (1 / BOARD - z) / (depth - z);
    double hitX = ex + t * (px - ex);
    double hitY = ey + t * (py - ey);
    return Math.max(Math.abs(hitX), Math.abs(hitY)) > HALF_BOARD;
  }

  private void build() {
    for (int i = 0; i < SIZE * SIZE; i++) {
      boolean onBoard = isOnBoard(i);
      first.rgba[i] = FaceImage.OPAQUE | 1;
      first.inverseDepth[i] = onBoard ? BOARD : WALL;
      behind.rgba[i] = onBoard ? FaceImage.OPAQUE | 2 : 0;
      behind.inverseDepth[i] = onBoard ? WALL : 0;
    }
  }

  private static boolean isOnBoard(int texel) {
    return Math.max(Math.abs(u(texel)), Math.abs(v(texel))) < HALF_BOARD;
  }

  private static double u(int texel) {
    return (texel % SIZE + 0.5) * 2 / SIZE - 1;
  }

  private static double v(int texel) {
    return 1 - ((texel - texel % SIZE) / (double) SIZE + 0.5) * 2 / SIZE;
  }
}
