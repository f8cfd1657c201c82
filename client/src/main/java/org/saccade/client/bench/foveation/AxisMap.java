package org.saccade.client.bench.foveation;

/**
 * How the pixels of one axis of a picture are spread over that of another: texel i of the smaller
 * one covers [edge i, edge i + 1) of the larger one, in its pixels. Immutable.
 */
final class AxisMap {
  private final double[] edges;

  /** Edges that grow from 0 to the larger one's pixels. */
  AxisMap(double[] edges) {
    this.edges = edges.clone();
    for (int i = 1; i < edges.length; i++) {
      if (!(edges[i] > edges[i - 1])) {
        throw new IllegalArgumentException(
            "edge %d is at %s after %s".formatted(i, edges[i], edges[i - 1]));
      }
    }
  }

  /** Equal texels. */
  static AxisMap even(int texels, int pixels) {
    double[] edges = new double[texels + 1];
    for (int i = 0; i <= texels; i++) {
      edges[i] = (double) i * pixels / texels;
    }
    return new AxisMap(edges);
  }

  int texels() {
    return edges.length - 1;
  }

  double edge(int i) {
    return edges[i];
  }

  /** For each pixel's middle, where among the texels it lies; a texel's middle is at i + 0.5. */
  double[] places(int pixels) {
    double[] places = new double[pixels];
    int texel = 0;
    for (int i = 0; i < pixels; i++) {
      double at = i + 0.5;
      while (texel < texels() - 1 && middle(texel + 1) <= at) {
        texel++;
      }
      int next = Math.min(texel + 1, texels() - 1);
      double apart = middle(next) - middle(texel);
      double share = apart > 0 ? Math.clamp((at - middle(texel)) / apart, 0, 1) : 0;
      places[i] = texel + 0.5 + share;
    }
    return places;
  }

  private double middle(int texel) {
    return (edges[texel] + edges[texel + 1]) / 2;
  }
}
