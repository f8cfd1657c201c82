package org.saccade.render.codec;

import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;

/**
 * Cuts a tile into squares that lie on one plane each, from large to small. A square whose best
 * plane misses on average by more than the tolerance is cut without looking at its texels; smallest
 * leaves that are no plane go to {@link LeafLayers}. Where the sky shows, or may come to, a square
 * at infinity says so. Scratch of one encoder for one size of tile.
 */
final class QuadTree {
  private final int pixels;
  private final int leaf;
  private final LeafSums sums;
  private final LeafLayers layers;
  private final PlaneFit plane = new PlaneFit();
  private final byte[] label;

  QuadTree(int pixels, int leaf) {
    this.pixels = pixels;
    this.leaf = leaf;
    this.sums = new LeafSums(pixels, leaf);
    this.layers = new LeafLayers(leaf);
    this.label = new byte[leaf * leaf];
  }

  boolean fits(Recipe recipe) {
    return recipe.tilePixels() == pixels && recipe.smallestLeaf() == leaf;
  }

  /** Writes the tile's quads; returns how many texels have a colour. */
  int write(TileImage image, int level, Shell shell, Recipe recipe, GeometryWriter to) {
    sums.gather(image);
    boolean isEmpty = sums.solid(0, 0, pixels) == 0 && !sums.hasSky(0, 0, pixels);
    double tolerance = recipe.tolerance(shell, level) * PlaneStep.FITTING_SHARE;
    int root = recipe.largestLeaf(level);
    int roots = pixels / root;
    to.start(PlaneStep.of(recipe, shell, level));
    for (int i = 0; !isEmpty && i < roots * roots; i++) {
      square(image, Morton.x(i) * root, Morton.y(i) * root, root, tolerance, to);
    }
    return sums.solid(0, 0, pixels);
  }

  private void square(
      TileImage image, int x, int y, int size, double tolerance, GeometryWriter to) {
    int solid = sums.solid(x, y, size);
    boolean hasSky = sums.hasSky(x, y, size);
    if (solid == 0 && !hasSky) {
      to.empty();
    } else if (solid == 0 && (size == leaf || isAllSky(image, x, y, size))) {
      plane.setSky();
      to.whole(x, y, size, plane);
    } else if (solid == size * size && !hasSky && isPlane(image, x, y, size, tolerance)) {
      to.whole(x, y, size, plane);
    } else if (size == leaf) {
      leaf(image, x, y, tolerance, to);
    } else {
      to.split();
      int half = size / 2;
      for (int q = 0; q < 4; q++) {
        square(image, x + (q & 1) * half, y + (q >> 1) * half, half, tolerance, to);
      }
    }
  }

  private static boolean isAllSky(TileImage image, int x, int y, int size) {
    for (int row = y; row < y + size; row++) {
      for (int at = row * image.pixels() + x; at < row * image.pixels() + x + size; at++) {
        if (!image.isSky(at)) {
          return false;
        }
      }
    }
    return true;
  }

  private void leaf(TileImage image, int x, int y, double tolerance, GeometryWriter to) {
    layers.split(image, x, y, tolerance, sums.hasSky(x, y, leaf));
    if (layers.count() == 1 && !layers.hasHoles()) {
      to.whole(x, y, leaf, layers.plane(0));
      return;
    }
    layers.labels(label);
    to.masked(x, y, leaf, layers, label);
  }

  /** Fits a plane, and centres it between its largest misses when they are within tolerance. */
  private boolean isPlane(TileImage image, int x, int y, int size, double tolerance) {
    if (sums.fit(x, y, size, plane) > tolerance) {
      return false;
    }
    float[] invZ = image.invZArray();
    double middle = (size - 1) * 0.5;
    float gx = (float) plane.gx;
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int row = 0; row < size; row++) {
      int from = (y + row) * image.pixels() + x;
      float start = (float) plane.at((float) -middle, (float) (row - middle));
      for (int column = 0; column < size; column++) {
        float miss = invZ[from + column] - (start + gx * column);
        low = Math.min(low, miss);
        high = Math.max(high, miss);
      }
      if (high - low > 2 * tolerance) {
        return false;
      }
    }
    plane.c += (high + low) * 0.5;
    return true;
  }
}
