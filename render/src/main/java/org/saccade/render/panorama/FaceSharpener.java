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
      int above = y > 0 ? -size : 0;
      int below = y < size - 1 ? size : 0;
      for (int x = 0; x < size; x++) {
        int at = y * size + x;
        int before = x > 0 ? -1 : 0;
        int after = x < size - 1 ? 1 : 0;
        sharp[at] =
            face.isCovered(at)
                ? texel(face, at, at + before, at + after, at + above, at + below)
                : 0;
      }
    }
    return sharp;
  }

  private int texel(FaceImage face, int at, int before, int after, int above, int below) {
    float gap = GAP + RELATIVE_GAP * face.inverseDepth[at];
    int own = face.rgba[at];
    long sum =
        spread(neighbour(face, at, before, gap))
            + spread(neighbour(face, at, after, gap))
            + spread(neighbour(face, at, above, gap))
            + spread(neighbour(face, at, below, gap));
    return FaceImage.OPAQUE
        | sharper(own >> 16 & 255, (int) (sum >> 32) & 0xFFFF) << 16
        | sharper(own >> 8 & 255, (int) (sum >> 16) & 0xFFFF) << 8
        | sharper(own & 255, (int) sum & 0xFFFF);
  }

  /** The colour beside, or the own one where another surface lies, which takes nothing back. */
  private static int neighbour(FaceImage face, int at, int from, float gap) {
    float apart = Math.abs(face.inverseDepth[from] - face.inverseDepth[at]);
    return face.isCovered(from) && apart < gap ? face.rgba[from] : face.rgba[at];
  }

  /** Red, green and blue 16 bits apart, to be summed at once. */
  private static long spread(int rgba) {
    return (rgba & 255L) | (rgba & 0xFF00L) << 8 | (rgba & 0xFF0000L) << 16;
  }

  private int sharper(int own, int sum) {
    return Math.clamp(Math.round(own + amount * (own * 4 - sum)), 0, 255);
  }
}
