package org.saccade.render.codec;

import java.util.Arrays;

/**
 * Tells the depth layers of one smallest leaf apart: at most three planes, and which of them owns
 * each texel. Scratch of one encoder, reused; results are valid until the next {@link #split}.
 *
 * <p>While the worst layer misses its texels by more than the tolerance, it is cut in two: at its
 * widest gap in depth when there is one (a silhouette), else by where the texels lie against its
 * plane or in the square (a crease, a curve), whichever comes out best. After a cut every texel
 * goes to the nearest plane and the planes are fitted anew, a few times: k-means with planes for
 * means (Bradley and Mangasarian, "k-plane clustering", 2000).
 */
final class LeafLayers {
  static final int MOST = 3;

  /** A layer more is not worth it unless the error falls below this share of what it was. */
  private static final double WORTH = 0.8;

  /** A whole leaf without gaps may miss by this many tolerances before it is cut. */
  private static final double SOFT = 1.5;

  private static final int BINS = 48;
  private static final int ROUNDS = 3;

  private static final double FAR_AWAY = 1e30;

  private final int leaf;
  private final float[] xs;
  private final float[] ys;
  private final float[] zs;
  private final int[] where;
  private final byte[] label;
  private final byte[] before;
  private final float[] above;
  private final PlaneFit[] planes = {new PlaneFit(), new PlaneFit(), new PlaneFit()};
  private final boolean[] isFilled = new boolean[BINS];
  private int texels;
  private int count;
  private double gapMiddle;

  LeafLayers(int leaf) {
    this.leaf = leaf;
    int area = leaf * leaf;
    xs = new float[area];
    ys = new float[area];
    zs = new float[area];
    where = new int[area];
    label = new byte[area];
    before = new byte[area];
    above = new float[area];
  }

  /** Number of layers found, 1..3. */
  int count() {
    return count;
  }

  /** True when some texel of the leaf is empty or sky. */
  boolean hasHoles() {
    return texels < leaf * leaf;
  }

  /** Plane of a layer, around the leaf's middle, in texels to the right and downwards. */
  PlaneFit plane(int layer) {
    return planes[layer];
  }

  /** Writes every texel's layer, row by row; -1 where nothing is. */
  void labels(byte[] to) {
    Arrays.fill(to, (byte) -1);
    for (int i = 0; i < texels; i++) {
      to[where[i]] = label[i];
    }
  }

  /**
   * Splits the leaf whose top left texel is (x, y); at least one texel is neither empty nor sky.
   * The sky, where it shows or may come to, is a last layer without texels.
   */
  void split(TileImage image, int x, int y, double tolerance, boolean hasSky) {
    collect(image, x, y);
    Arrays.fill(label, 0, texels, (byte) 0);
    count = 1;
    int most = hasSky ? MOST - 1 : MOST;
    double error = fitAll();
    while (error > tolerance && count < most) {
      int worst = worstLayer();
      double gap = findGap(worst);
      boolean isGap = gap > 2 * tolerance;
      if (!isGap && count == 1 && !hasHoles() && error <= SOFT * tolerance) {
        break;
      }
      System.arraycopy(label, 0, before, 0, texels);
      int fewer = count;
      double after = isGap ? cutAtGap(worst) : cutInHalves(worst);
      if (after > WORTH * error && !isGap) {
        System.arraycopy(before, 0, label, 0, texels);
        count = fewer;
        fitAll();
        break;
      }
      error = after;
    }
    centrePlanes(tolerance);
    nearestFirst();
    if (hasSky) {
      planes[count++].setSky();
    }
  }

  private void collect(TileImage image, int x, int y) {
    float middle = (leaf - 1) * 0.5f;
    texels = 0;
    for (int row = 0; row < leaf; row++) {
      int from = (y + row) * image.pixels() + x;
      for (int column = 0; column < leaf; column++) {
        if (!image.isSolid(from + column)) {
          continue;
        }
        float z = image.invZArray()[from + column];
        if (!(z >= 0 && z < 1e6f)) {
          throw new IllegalArgumentException(
              "TileImage: inverse depth %s at texel (%d, %d); expected 0..1e6 1/m"
                  .formatted(z, x + column, y + row));
        }
        xs[texels] = column - middle;
        ys[texels] = row - middle;
        zs[texels] = z;
        where[texels++] = row * leaf + column;
      }
    }
  }

  /** Fits all planes to their texels; returns the largest half range of the errors. */
  private double fitAll() {
    fitPlanes(1);
    return measure();
  }

  private double measure() {
    double error = 0;
    for (int k = 0; k < count; k++) {
      planes[k].measure(k, label, xs, ys, zs, texels);
      error = Math.max(error, planes[k].error());
    }
    return error;
  }

  private void fitPlanes(int stride) {
    for (int k = 0; k < count; k++) {
      planes[k].fit(k, label, xs, ys, zs, texels, stride);
    }
  }

  private int worstLayer() {
    int worst = 0;
    for (int k = 1; k < count; k++) {
      if (planes[k].error() > planes[worst].error()) {
        worst = k;
      }
    }
    return worst;
  }

  /** Widest range of depth inside a layer that no texel has; its middle goes to gapMiddle. */
  private double findGap(int layer) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < texels; i++) {
      if (label[i] == layer) {
        least = Math.min(least, zs[i]);
        most = Math.max(most, zs[i]);
      }
    }
    Arrays.fill(isFilled, false);
    float scale = (BINS - 1) / Math.max(most - least, 1e-9f);
    for (int i = 0; i < texels; i++) {
      if (label[i] == layer) {
        isFilled[(int) ((zs[i] - least) * scale)] = true;
      }
    }
    int widest = 0;
    for (int bin = 1, from = 0; bin < BINS; bin++) {
      if (isFilled[bin]) {
        if (bin - from - 1 > widest) {
          widest = bin - from - 1;
          gapMiddle = least + (from + bin + 1) * 0.5 / scale;
        }
        from = bin;
      }
    }
    return widest / scale;
  }

  private double cutAtGap(int layer) {
    byte next = (byte) count++;
    for (int i = 0; i < texels; i++) {
      if (label[i] == layer && zs[i] > gapMiddle) {
        label[i] = next;
      }
    }
    return settle();
  }

  /** Tries three ways to cut a layer that has no gap, and keeps the best. */
  private double cutInHalves(int layer) {
    count++;
    PlaneFit whole = planes[layer];
    double c = whole.c;
    double gx = whole.gx;
    double gy = whole.gy;
    for (int i = 0; i < texels; i++) {
      above[i] = zs[i] > c + gx * xs[i] + gy * ys[i] ? 1f : -1f;
    }
    float[][] ways = {xs, ys, above};
    float[] best = above;
    double least = Double.POSITIVE_INFINITY;
    for (float[] way : ways) {
      halve(layer, way, stride());
      fitPlanes(stride());
      reassign(stride());
      fitPlanes(stride());
      double squares = planes[0].squares + planes[1].squares + (count > 2 ? planes[2].squares : 0);
      if (squares < least) {
        least = squares;
        best = way;
      }
    }
    halve(layer, best, 1);
    return settle();
  }

  /** Gives the texels of a layer on the positive side to the new layer. */
  private void halve(int layer, float[] side, int stride) {
    int next = count - 1;
    for (int i = 0; i < texels; i += stride) {
      label[i] = (byte) (before[i] == layer && side[i] > 0 ? next : before[i]);
    }
  }

  /** Enough texels for a trial: every third lies in all rows and columns of a square leaf. */
  private int stride() {
    return texels < 96 ? 1 : 3;
  }

  private double settle() {
    fitPlanes(1);
    for (int round = 0; round < ROUNDS && reassign(1); round++) {
      fitPlanes(1);
    }
    return measure();
  }

  /** Gives every texel to the nearest plane; false when nothing changed. */
  private boolean reassign(int stride) {
    PlaneFit p = planes[0];
    PlaneFit q = planes[1];
    PlaneFit r = planes[2];
    double pc = p.count > 0 ? p.c : FAR_AWAY;
    double qc = q.count > 0 ? q.c : FAR_AWAY;
    double rc = count > 2 && r.count > 0 ? r.c : FAR_AWAY;
    double px = p.gx;
    double py = p.gy;
    double qx = q.gx;
    double qy = q.gy;
    double rx = r.gx;
    double ry = r.gy;
    int changes = 0;
    for (int i = 0; i < texels; i += stride) {
      double x = xs[i];
      double y = ys[i];
      double z = zs[i];
      double toP = Math.abs(z - pc - px * x - py * y);
      double toQ = Math.abs(z - qc - qx * x - qy * y);
      double toR = Math.abs(z - rc - rx * x - ry * y);
      int nearest = toP <= toQ ? (toP <= toR ? 0 : 2) : (toQ <= toR ? 1 : 2);
      changes |= nearest ^ label[i];
      label[i] = (byte) nearest;
    }
    return changes != 0;
  }

  /** Shifts planes to the middle of their errors, where no stray texel would pull them off. */
  private void centrePlanes(double tolerance) {
    for (int k = 0; k < count; k++) {
      if (planes[k].count > 0 && planes[k].error() <= 2 * tolerance) {
        planes[k].c += (planes[k].high + planes[k].low) / 2;
      }
    }
  }

  /** Orders the layers nearest first and drops those without texels. */
  private void nearestFirst() {
    for (int placed = 0; placed < count; placed++) {
      int next = placed;
      for (int k = placed + 1; k < count; k++) {
        boolean isNearer = planes[k].count > 0 && planes[k].c > planes[next].c;
        if (isNearer || (planes[next].count == 0 && planes[k].count > 0)) {
          next = k;
        }
      }
      swap(placed, next);
    }
    while (planes[count - 1].count == 0) {
      count--;
    }
  }

  private void swap(int a, int b) {
    if (a == b) {
      return;
    }
    PlaneFit plane = planes[a];
    planes[a] = planes[b];
    planes[b] = plane;
    for (int i = 0; i < texels; i++) {
      label[i] = (byte) (label[i] == a ? b : label[i] == b ? a : label[i]);
    }
  }
}
