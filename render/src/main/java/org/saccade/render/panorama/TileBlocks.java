package org.saccade.render.panorama;

import org.saccade.render.codec.QuadMesh;

/**
 * Where the quads of a tile's blocks lie, as indices into the tile's vertices (one {@link QuadKind}
 * after the other). Blocks are of the recipe's finest level. Immutable.
 */
final class TileBlocks {
  private final int depth;
  private final short[] starts;

  private TileBlocks(int depth, short[] starts) {
    this.depth = depth;
    this.starts = starts;
  }

  /** Counts a tile's quads by block; {@code depth} is how many levels finer blocks are. */
  static TileBlocks of(QuadMesh quads, int depth) {
    int[][] before = new int[QuadKind.COUNT][quads.count() + 1];
    for (int i = 0; i < quads.count(); i++) {
      int kind = QuadKind.of(quads, i).place();
      for (int k = 0; k < QuadKind.COUNT; k++) {
        before[k][i + 1] = before[k][i] + (k == kind ? 1 : 0);
      }
    }
    int blocks = 1 << (2 * depth);
    short[] starts = new short[QuadKind.COUNT * (blocks + 1)];
    int base = 0;
    for (int kind = 0; kind < QuadKind.COUNT; kind++) {
      for (int code = 0; code <= blocks; code++) {
        int first =
            code == blocks ? quads.count() : quads.firstInBlock(depth, even(code), even(code >> 1));
        starts[QuadKind.COUNT * code + kind] = (short) (base + before[kind][first]);
      }
      base += before[kind][quads.count()];
    }
    return new TileBlocks(depth, starts);
  }

  /** First quad of a kind in block (x, y) of {@code level} relative to the tile: 0 is all of it. */
  int first(int level, int x, int y, QuadKind kind) {
    return start(code(x, y) << (2 * (depth - level)), kind);
  }

  /** How many quads of a kind the block has; they follow each other. */
  int count(int level, int x, int y, QuadKind kind) {
    int end = start((code(x, y) + 1) << (2 * (depth - level)), kind);
    return end - first(level, x, y, kind);
  }

  private int start(int code, QuadKind kind) {
    return starts[QuadKind.COUNT * code + kind.place()];
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
