package org.saccade.render.panorama;

/**
 * Erases what no eye inside the cell can ever see of a BEHIND surface.
 *
 * <p>Seen from the centre, the line from an eye to a hidden point starts at the point's texel with
 * the point's inverse depth b and moves away from it; its inverse depth grows by at least kappa per
 * texel (kappa = 1 / (largest offset x focal length)). It leaves the shadow of the first surface
 * only by passing an edge of it whose nearer side is still nearer than the line. So a point is kept
 * when some edge texel at distance s has nearer side >= b + kappa * s: a cone under every edge,
 * spread by two sweeps over the face (a chamfer distance transform with a slope that grows towards
 * the corners). The face's border counts as an edge, as the neighbour's edges are not known.
 */
final class Disclosure {
  /** Chamfer steps overestimate distances by up to 8 %; the slope is lowered by as much. */
  private static final float CHAMFER = 0.92f;

  private static final float DIAGONAL = 1.4142135f;
  private static final float MARGIN_TEXELS = 2f;
  private static final float NEARLY = 0.97f;

  private final int size;
  private final float[] reach;
  private final float[] skyReach;
  private final float[] slope;
  private final float edgeJump;
  private final float nearestBesideSky;

  /**
   * For faces of {@code size} texels; reused from face to face.
   *
   * @param maxOffset farthest eye from the centre, metres
   * @param gap least distance between the surfaces, 1/m
   * @param cut inverse depth at which the shell is cut off, 1/m: what lies there has the other
   *     shell beside it, not the sky
   */
  Disclosure(int size, float maxOffset, float gap, float cut) {
    this.size = size;
    this.reach = new float[size * size];
    this.skyReach = new float[size * size];
    this.slope = new float[size * size];
    this.edgeJump = gap / 2;
    this.nearestBesideSky = NEARLY * cut;
    for (int i = 0; i < slope.length; i++) {
      slope[i] = slope(i % size, Math.floorDiv(i, size), maxOffset);
    }
  }

  /**
   * Finds what the first surface lets some eye see behind it; {@link #prune} goes by it.
   *
   * @return for each texel the largest inverse depth that some eye can see, 1/m; below 0 where none
   *     can see anything; valid until the next call
   */
  float[] measure(FaceImage first) {
    plantEdges(first.inverseDepth);
    sweepDown(reach);
    sweepUp(reach);
    sweepDown(skyReach);
    sweepUp(skyReach);
    return reach;
  }

  /**
   * Erases what no eye can see of what the first surface measured last hides, and notes where the
   * sky may come to show behind it: not where it hides more.
   *
   * @param hasSky whether what is at infinity is the sky; else it is another shell's
   */
  void prune(FaceImage first, FaceImage behind, boolean hasSky) {
    for (int i = 0; i < reach.length; i++) {
      float depth = behind.inverseDepth[i];
      behind.opensSky[i] = hasSky && mayOpenSky(first, i) && !behind.hidesMore[i];
      if (depth > (depth > 0 ? reach[i] : skyReach[i])) {
        behind.erase(i);
      }
    }
  }

  /** Whether the sky might show anywhere behind what was measured last. */
  boolean mayOpenSky(FaceImage first) {
    for (int i = 0; i < skyReach.length; i++) {
      if (mayOpenSky(first, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayOpenSky(FaceImage first, int i) {
    return skyReach[i] >= 0 && first.inverseDepth[i] > 0;
  }

  /** Lowest growth of the line's inverse depth from one texel to the next, 1/m. */
  private float slope(int x, int y, float maxOffset) {
    float u = 2f * x / size - 1;
    float v = 2f * y / size - 1;
    double focal = size / 2.0;
    return (float) (CHAMFER / (maxOffset * focal * Math.sqrt(1 + u * u + v * v)));
  }

  private void plantEdges(float[] depth) {
    int last = size - 1;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int i = y * size + x;
        float here = depth[i];
        if (x == 0 || y == 0 || x == last || y == last) {
          reach[i] = here;
          skyReach[i] = here == 0 ? 0 : -1;
          continue;
        }
        float acrossBend = Math.abs(depth[i - 1] - 2 * here + depth[i + 1]);
        float downBend = Math.abs(depth[i - size] - 2 * here + depth[i + size]);
        boolean isEdge = acrossBend > edgeJump || downBend > edgeJump;
        reach[i] = isEdge ? nearest(depth, i) + MARGIN_TEXELS * slope[i] : -1;
        boolean isBesideSky = isEdge && touchesSky(depth, i);
        skyReach[i] = isBesideSky && nearest(depth, i) < nearestBesideSky ? reach[i] : -1;
      }
    }
  }

  private float nearest(float[] depth, int i) {
    float across = Math.max(depth[i - 1], depth[i + 1]);
    float down = Math.max(depth[i - size], depth[i + size]);
    return Math.max(depth[i], Math.max(across, down));
  }

  private boolean touchesSky(float[] depth, int i) {
    float across = Math.min(depth[i - 1], depth[i + 1]);
    float down = Math.min(depth[i - size], depth[i + size]);
    return Math.min(depth[i], Math.min(across, down)) == 0;
  }

  private void sweepDown(float[] map) {
    for (int y = 1; y < size; y++) {
      for (int x = 1; x < size - 1; x++) {
        int i = y * size + x;
        float straight = Math.max(map[i - 1], map[i - size]) - slope[i];
        float slanted = Math.max(map[i - size - 1], map[i - size + 1]) - DIAGONAL * slope[i];
        map[i] = Math.max(map[i], Math.max(straight, slanted));
      }
    }
  }

  private void sweepUp(float[] map) {
    for (int y = size - 2; y >= 0; y--) {
      for (int x = size - 2; x > 0; x--) {
        int i = y * size + x;
        float straight = Math.max(map[i + 1], map[i + size]) - slope[i];
        float slanted = Math.max(map[i + size + 1], map[i + size - 1]) - DIAGONAL * slope[i];
        map[i] = Math.max(map[i], Math.max(straight, slanted));
      }
    }
  }
}
