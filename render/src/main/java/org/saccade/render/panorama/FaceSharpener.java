package org.saccade.render.panorama;

/**
 * Takes back the blur that texels bring along: each is a mean over an area, and a screen pixel is a
 * mean of up to four of them (bilinear). An unsharp mask over the four neighbours, but only those
 * of the same surface, so that no colour crosses a silhouette. In display-referred values, where
 * the device interpolates too. Scratch, reused; bake thread.
 */
final class FaceSharpener {
  /**
   * What a texel gains of its difference from each neighbour where four samples made it: a box a
   * texel wide and a triangle two wide spread 1/12 + 1/6 of a texel squared along an axis, a pixel
   * of 1.3 texels' box 0.14. Minus twice this amount undoes the difference.
   */
  private static final float OF_MEANS = 0.06f;

  /**
   * The same where one sample made the finest texels and a tent over nine smoothed them; measured
   * best of 0.06, 0.15 and 0.25 by SSIM, also for the levels halved from them.
   */
  private static final float OF_TENTS = 0.15f;

  /** As {@link FacePyramid} tells surfaces apart. */
  private static final float RELATIVE_GAP = 0.05f;

  private static final float GAP = 0.006f;

  private final float amount;
  private int[] sharp = new int[0];
  private int red;
  private int green;
  private int blue;
  private int neighbours;

  /**
   * @param isSingleSampled whether one sample made each of the finest texels
   */
  FaceSharpener(boolean isSingleSampled) {
    amount = isSingleSampled ? OF_TENTS : OF_MEANS;
  }

  /** The face's colours, sharper; 0 where nothing is. Valid until the next call. */
  int[] sharpen(FaceImage face) {
    int size = face.size;
    if (sharp.length < size * size) {
      sharp = new int[size * size];
    }
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int at = y * size + x;
        sharp[at] = face.isCovered(at) ? texel(face, at, x, y) : 0;
      }
    }
    return sharp;
  }

  private int texel(FaceImage face, int at, int x, int y) {
    red = 0;
    green = 0;
    blue = 0;
    neighbours = 0;
    int last = face.size - 1;
    add(face, at, x > 0 ? at - 1 : at);
    add(face, at, x < last ? at + 1 : at);
    add(face, at, y > 0 ? at - face.size : at);
    add(face, at, y < last ? at + face.size : at);
    int own = face.rgba[at];
    return FaceImage.OPAQUE
        | sharper(own >> 16 & 255, blue) << 16
        | sharper(own >> 8 & 255, green) << 8
        | sharper(own & 255, red);
  }

  private void add(FaceImage face, int at, int from) {
    float depth = face.inverseDepth[at];
    float apart = Math.abs(face.inverseDepth[from] - depth);
    if (face.isCovered(from) && apart < GAP + RELATIVE_GAP * depth) {
      int rgba = face.rgba[from];
      red += rgba & 255;
      green += rgba >> 8 & 255;
      blue += rgba >> 16 & 255;
      neighbours++;
    }
  }

  private int sharper(int own, int sum) {
    return Math.clamp(Math.round(own + amount * (own * neighbours - sum)), 0, 255);
  }
}
