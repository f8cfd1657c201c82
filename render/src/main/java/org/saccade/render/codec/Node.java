package org.saccade.render.codec;

/**
 * The codes of quadtree nodes, one byte each in preorder (children: top left, top right, bottom
 * left, bottom right). The roots are squares of the recipe's largest leaf, in Morton order.
 */
final class Node {
  static final int SPLIT = 0;
  static final int EMPTY = 1;
  static final int WHOLE = 2;

  /** Smallest leaves only: 1..3 layers, with or without empty texels; 3 would be WHOLE. */
  static final int MASKED = 3;

  static final int LAST = MASKED + 2 * LeafLayers.MOST - 1;

  private Node() {}

  static int masked(int layers, boolean hasHoles) {
    return MASKED + 2 * (layers - 1) + (hasHoles ? 1 : 0);
  }

  static int layers(int code) {
    return (code - MASKED) / 2 + 1;
  }

  static boolean hasHoles(int code) {
    return ((code - MASKED) & 1) != 0;
  }

  /** How many different texels a masked leaf can have. */
  static int symbols(int code) {
    return layers(code) + (hasHoles(code) ? 1 : 0);
  }
}
