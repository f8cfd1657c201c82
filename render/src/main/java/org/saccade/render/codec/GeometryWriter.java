package org.saccade.render.codec;

/**
 * Collects a tile's quads and labels as bytes: sizes of the first three parts, then node codes, the
 * planes' middles, the planes' slopes, and the labels, kept apart because like follows like. Planes
 * are differences from {@link PlanePredictor}'s guess. Labels are bit rows (one bit a texel, or two
 * such planes), each combined with the row above by exclusive or. Scratch, reused.
 */
final class GeometryWriter {
  private final ByteSink nodes = new ByteSink();
  private final ByteSink middles = new ByteSink();
  private final ByteSink slopes = new ByteSink();
  private final ByteSink labels = new ByteSink();
  private final ByteSink all = new ByteSink();
  private final PlanePredictor predictor = new PlanePredictor();
  private double step;
  private int quads;

  /** Starts a tile whose planes are coded in steps of {@code stepLength} 1/m. */
  void start(double stepLength) {
    nodes.clear();
    middles.clear();
    slopes.clear();
    labels.clear();
    predictor.clear();
    step = stepLength;
    quads = 0;
  }

  int quads() {
    return quads;
  }

  void split() {
    nodes.put(Node.SPLIT);
  }

  void empty() {
    nodes.put(Node.EMPTY);
  }

  void whole(int x, int y, int size, PlaneFit plane) {
    nodes.put(Node.WHOLE);
    plane(x, y, size, plane);
  }

  /** A smallest leaf of several layers or with holes; labels are layers, -1 where nothing is. */
  void masked(int x, int y, int leaf, LeafLayers layers, byte[] label) {
    int code = Node.masked(layers.count(), layers.hasHoles());
    nodes.put(code);
    for (int k = 0; k < layers.count(); k++) {
      plane(x, y, leaf, layers.plane(k));
    }
    int lowest = layers.hasHoles() ? 1 : 0;
    for (int plane = 0; 1 << plane < Node.symbols(code); plane++) {
      int above = 0;
      for (int row = 0; row < leaf; row++) {
        int bits = 0;
        for (int column = 0; column < leaf; column++) {
          bits |= (((label[row * leaf + column] + lowest) >> plane) & 1) << column;
        }
        for (int shift = 0; shift < leaf; shift += 8) {
          labels.put((bits ^ above) >> shift);
        }
        above = bits;
      }
    }
  }

  /** Everything since {@link #start}; valid until the next tile. */
  ByteSink finish() {
    all.clear();
    all.putSigned(nodes.size());
    all.putSigned(middles.size());
    all.putSigned(slopes.size());
    all.putAll(nodes);
    all.putAll(middles);
    all.putAll(slopes);
    all.putAll(labels);
    return all;
  }

  private void plane(int x, int y, int size, PlaneFit plane) {
    int middle = PlaneStep.coded(plane.c, step);
    int right = PlaneStep.coded(plane.gx * size / 2, step);
    int down = PlaneStep.coded(plane.gy * size / 2, step);
    if (middle == 0 && right == 0 && down == 0 && !plane.isSky()) {
      middle = 1; // far, but not the sky
    }
    predictor.guess(x, y, size);
    middles.putSigned(middle - predictor.guessMiddle);
    slopes.putSigned(right - predictor.guessRight);
    slopes.putSigned(down - predictor.guessDown);
    predictor.learn(x, y, size, middle, right, down);
    quads++;
  }
}
