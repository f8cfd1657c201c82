package org.saccade.client.bench;

import java.nio.ByteBuffer;
import org.saccade.client.run.Stills.Still;
import org.saccade.render.panorama.TileClass;

/**
 * Counts holes: pixels where nothing was drawn, whose fragment comes from the skirt or from an
 * ancestor two or more levels too coarse, or whose 1/z is wrong by more than 0.05 1/m and 10 %
 * where the truth is not sky.
 *
 * <p>Resampling moves a silhouette by up to a pixel. So the 1/z of a pixel is compared with all the
 * truth shows within one pixel of it; {@link Share#strict} counts without that allowance. Pure.
 */
final class Holes {
  private static final float ABSOLUTE = 0.05f;
  private static final float RELATIVE = 0.1f;

  private Holes() {}

  /** Shares of a picture's pixels that are holes: with the allowance of a pixel, and without. */
  record Share(double holes, double strict) {}

  /**
   * Counts the holes of a picture.
   *
   * @param composed from tiles, with what the device draws itself
   * @param truth the same view as the device alone draws it
   * @param classes where each pixel comes from, in the red byte; the device's own are class OWN
   * @param marked takes the composed picture, dimmed, with holes in red and what only the strict
   *     count calls a hole in blue
   */
  static Share count(
      Still composed, Still truth, ByteBuffer classes, int width, int height, ByteBuffer marked) {
    int holes = 0;
    int strict = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int index = y * width + x;
        boolean isUnfit = isUnfit(TileClass.ofRed(classes.get(4 * index) & 255));
        float seen = composed.inverseDepth(index);
        boolean isWrong = isWrong(seen, truth.inverseDepth(index));
        boolean isHole = isUnfit || (isWrong && isWrongAround(seen, truth, x, y, width, height));
        strict += isUnfit || isWrong ? 1 : 0;
        holes += isHole ? 1 : 0;
        marked.putInt(4 * index, mark(composed.rgba().getInt(4 * index), isHole, isWrong));
      }
    }
    double pixels = (double) width * height;
    return new Share(holes / pixels, strict / pixels);
  }

  /** A pixel of the marked picture; red in the lowest byte. */
  private static int mark(int rgba, boolean isHole, boolean isWrong) {
    if (isHole) {
      return 0xFF0000FF;
    }
    return isWrong ? 0xFFFF4040 : (rgba >> 1 & 0x7F7F7F) | 0xFF000000;
  }

  private static boolean isUnfit(TileClass from) {
    return switch (from) {
      case OWN, ONE_COARSER -> false;
      case NOTHING, MUCH_COARSER, SKIRT -> true;
    };
  }

  private static boolean isWrong(float seen, float truth) {
    return truth > 0
        && Math.abs(seen - truth) > ABSOLUTE
        && Math.abs(seen - truth) > RELATIVE * truth;
  }

  private static boolean isWrongAround(
      float seen, Still truth, int x, int y, int width, int height) {
    for (int j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++) {
      for (int i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
        if (!isWrong(seen, truth.inverseDepth(j * width + i))) {
          return false;
        }
      }
    }
    return true;
  }
}
