package org.saccade.render.codec;

/**
 * Sums over the squares of a tile, from the smallest leaf up, that give any fully covered square's
 * best plane and its error without looking at texels again. Scratch of one encoder, reused.
 */
final class LeafSums {
  private final int leaf;
  private final int levels;
  private final int[] side;
  private final int[][] solid;
  private final boolean[][] hasSky;
  private final double[][] sums;

  LeafSums(int pixels, int leaf) {
    this.leaf = leaf;
    this.levels = Integer.numberOfTrailingZeros(pixels / leaf) + 1;
    this.side = new int[levels];
    this.solid = new int[levels][];
    this.hasSky = new boolean[levels][];
    this.sums = new double[levels][];
    for (int level = 0; level < levels; level++) {
      side[level] = (pixels / leaf) >> level;
      solid[level] = new int[side[level] * side[level]];
      hasSky[level] = new boolean[solid[level].length];
      sums[level] = new double[4 * solid[level].length];
    }
  }

  /** Gathers a tile. */
  void gather(TileImage image) {
    for (int y = 0; y < side[0]; y++) {
      for (int x = 0; x < side[0]; x++) {
        gatherLeaf(image, x, y);
      }
    }
    for (int level = 1; level < levels; level++) {
      merge(level);
    }
  }

  /** How many texels of the square of {@code size} at texel (x, y) are covered and not sky. */
  int solid(int x, int y, int size) {
    int level = levelOf(size);
    return solid[level][y / size * side[level] + x / size];
  }

  /** Whether somewhere in the square the sky shows, or may come to. */
  boolean hasSky(int x, int y, int size) {
    int level = levelOf(size);
    return hasSky[level][y / size * side[level] + x / size];
  }

  /** Fits a fully covered square; returns the root mean square error. */
  double fit(int x, int y, int size, PlaneFit to) {
    int level = levelOf(size);
    double[] s = sums[level];
    int at = 4 * (y / size * side[level] + x / size);
    double n = (double) size * size;
    double spread = n * (n - 1) / 12;
    to.count = size * size;
    to.c = s[at] / n;
    to.gx = s[at + 1] / spread;
    to.gy = s[at + 2] / spread;
    double error = s[at + 3] - s[at] * to.c - s[at + 1] * to.gx - s[at + 2] * to.gy;
    return Math.sqrt(Math.max(0, error / n));
  }

  private int levelOf(int size) {
    return Integer.numberOfTrailingZeros(size / leaf);
  }

  private void gatherLeaf(TileImage image, int leafX, int leafY) {
    boolean[] opensSky = image.opensSkyArray();
    float[] invZ = image.invZArray();
    float middle = (leaf - 1) * 0.5f;
    int count = 0;
    boolean isSky = false;
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    double squares = 0;
    for (int row = 0; row < leaf; row++) {
      int from = (leafY * leaf + row) * image.pixels() + leafX * leaf;
      double rowSum = 0;
      for (int column = 0; column < leaf; column++) {
        double z = invZ[from + column];
        count += image.isSolid(from + column) ? 1 : 0;
        isSky |= opensSky[from + column] || image.isSky(from + column);
        rowSum += z;
        sumX += (column - middle) * z;
        squares += z * z;
      }
      sum += rowSum;
      sumY += (row - middle) * rowSum;
    }
    int index = leafY * side[0] + leafX;
    solid[0][index] = count;
    hasSky[0][index] = isSky;
    if (count == leaf * leaf && !(squares < 1e12)) {
      throw new IllegalArgumentException(
          "TileImage: inverse depth in the square at texel (%d, %d) is not a number or above 1e6 1/m;"
                  .formatted(leafX * leaf, leafY * leaf)
              + " write 1 / distance along the face's axis, 0 at infinity");
    }
    store(sums[0], 4 * index, sum, sumX, sumY, squares);
  }

  /** Moves the four children's sums to their parent's middle and adds them. */
  private void merge(int level) {
    int below = side[level - 1];
    double half = (leaf << (level - 1)) * 0.5;
    for (int i = 0; i < solid[level].length; i++) {
      int child = i / side[level] * 2 * below + i % side[level] * 2;
      double[] s = sums[level - 1];
      double sum = 0;
      double sumX = 0;
      double sumY = 0;
      double squares = 0;
      int count = 0;
      boolean isSky = false;
      for (int q = 0; q < 4; q++) {
        int c = child + (q & 1) + (q >> 1) * below;
        count += solid[level - 1][c];
        isSky |= hasSky[level - 1][c];
        sum += s[4 * c];
        sumX += s[4 * c + 1] + ((q & 1) == 0 ? -half : half) * s[4 * c];
        sumY += s[4 * c + 2] + ((q >> 1) == 0 ? -half : half) * s[4 * c];
        squares += s[4 * c + 3];
      }
      solid[level][i] = count;
      hasSky[level][i] = isSky;
      store(sums[level], 4 * i, sum, sumX, sumY, squares);
    }
  }

  private static void store(double[] to, int at, double s, double sx, double sy, double szz) {
    to[at] = s;
    to[at + 1] = sx;
    to[at + 2] = sy;
    to[at + 3] = szz;
  }
}
