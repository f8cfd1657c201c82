package org.saccade.render.panorama;

/**
 * Halves a face. A coarse texel shows one surface: where its four texels lie at two depths the
 * larger group wins (the nearer one when they are equal), and colour and inverse depth are averaged
 * inside that group only, so that no colour belongs to a depth where nothing is.
 */
final class FacePyramid {
  /** Texels further apart than this share of the nearer one's inverse depth, plus GAP, differ. */
  private static final float RELATIVE_GAP = 0.05f;

  private static final float GAP = 0.006f;

  private final int leastCovered;
  private final int[] group = new int[4];
  private int grouped;

  /** A coarse texel is empty when fewer than {@code leastCovered} of its four are covered. */
  FacePyramid(int leastCovered) {
    this.leastCovered = leastCovered;
  }

  /** Fills {@code coarse}, half the size of {@code fine}. */
  void halve(FaceImage fine, FaceImage coarse) {
    for (int y = 0; y < coarse.size; y++) {
      for (int x = 0; x < coarse.size; x++) {
        int index = y * coarse.size + x;
        int topLeft = 2 * y * fine.size + 2 * x;
        coarse.opensSky[index] =
            fine.opensSky[topLeft]
                || fine.opensSky[topLeft + 1]
                || fine.opensSky[topLeft + fine.size]
                || fine.opensSky[topLeft + fine.size + 1];
        gather(fine, topLeft);
        if (grouped < leastCovered) {
          coarse.erase(index);
        } else {
          keepLargestGroup(fine.inverseDepth);
          average(fine, coarse, index);
        }
      }
    }
  }

  private void gather(FaceImage fine, int topLeft) {
    grouped = 0;
    add(fine, topLeft);
    add(fine, topLeft + 1);
    add(fine, topLeft + fine.size);
    add(fine, topLeft + fine.size + 1);
  }

  /** Keeps the group sorted, nearest first. */
  private void add(FaceImage fine, int index) {
    if (!fine.isCovered(index)) {
      return;
    }
    int at = grouped++;
    while (at > 0 && fine.inverseDepth[group[at - 1]] < fine.inverseDepth[index]) {
      group[at] = group[at - 1];
      at--;
    }
    group[at] = index;
  }

  private void keepLargestGroup(float[] inverseDepth) {
    int cut = 0;
    float widest = 0;
    for (int i = 1; i < grouped; i++) {
      float nearer = inverseDepth[group[i - 1]];
      float gap = nearer - inverseDepth[group[i]];
      if (gap > GAP + RELATIVE_GAP * nearer && gap > widest) {
        widest = gap;
        cut = i;
      }
    }
    if (cut == 0) {
      return;
    }
    if (cut >= grouped - cut) {
      grouped = cut;
    } else {
      System.arraycopy(group, cut, group, 0, grouped - cut);
      grouped -= cut;
    }
  }

  private void average(FaceImage fine, FaceImage coarse, int to) {
    int red = 0;
    int green = 0;
    int blue = 0;
    float depth = 0;
    for (int i = 0; i < grouped; i++) {
      int rgba = fine.rgba[group[i]];
      red += rgba & 255;
      green += (rgba >> 8) & 255;
      blue += (rgba >> 16) & 255;
      depth += fine.inverseDepth[group[i]];
    }
    int half = grouped / 2;
    coarse.rgba[to] =
        FaceImage.OPAQUE
            | ((blue + half) / grouped) << 16
            | ((green + half) / grouped) << 8
            | (red + half) / grouped;
    coarse.inverseDepth[to] = depth / grouped;
  }
}
