package org.saccade.render.panorama;

import org.saccade.render.codec.QuadMesh;

/**
 * Where the quads of a tile's blocks lie, as indices into the tile's vertices (quads without a mask
 * first, masked ones after them). Blocks are of the recipe's finest level. Immutable.
 */
final class TileBlocks {
  private final int depth;
  private final short[] starts;
  private final int whole;

  private TileBlocks(int depth, short[] starts, int whole) {
    this.depth = depth;
    this.starts = starts;
    this.whole = whole;
  }

  /** Counts a tile's quads by block; {@code depth} is how many levels finer blocks are. */
  static TileBlocks of(QuadMesh quads, int depth) {
    int[] wholeBefore = new int[quads.count() + 1];
    for (int i = 0; i < quads.count(); i++) {
      wholeBefore[i + 1] = wholeBefore[i] + (quads.label(i) == 0 ? 1 : 0);
    }
    int whole = wholeBefore[quads.count()];
    int blocks = 1 << (2 * depth);
    short[] starts = new short[2 * (blocks + 1)];
    for (int code = 0; code < blocks; code++) {
      int first = quads.firstInBlock(depth, even(code), even(code >> 1));
      starts[2 * code] = (short) wholeBefore[first];
      starts[2 * code + 1] = (short) (whole + first - wholeBefore[first]);
    }
    starts[2 * blocks] = (short) whole;
    starts[2 * blocks + 1] = (short) quads.count();
    return new TileBlocks(depth, starts, whole);
  }

  /** Quads without a mask in the tile. */
  int whole() {
    return whole;
  }

  /** First quad of block (x, y) of {@code level} relative to the tile: 0 is all of it. */
  int first(int level, int x, int y, boolean isMasked) {
    return starts[2 * (code(x, y) << (2 * (depth - level))) + (isMasked ? 1 : 0)];
  }

  /** How many quads the block has; they follow each other. */
  int count(int level, int x, int y, boolean isMasked) {
    int end = starts[2 * ((code(x, y) + 1) << (2 * (depth - level))) + (isMasked ? 1 : 0)];
    return end - first(level, x, y, isMasked);
  }

  private static int code(int x, int y) {
    int code = 0;
    for (int bit = 0; bit < 8; bit++) {
      code |= ((x >> bit) & 1) << (2 * bit) | ((y >> bit) & 1) << (2 * bit + 1);
    }
    return code;
  }

  private static int even(int code) {
    int value = 0;
    for (int bit = 0; bit < 8; bit++) {
      value |= ((code >> (2 * bit)) & 1) << bit;
    }
    return value;
  }
}
