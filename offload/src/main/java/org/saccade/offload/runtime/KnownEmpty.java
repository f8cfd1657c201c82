package org.saccade.offload.runtime;

import java.util.Arrays;
import org.saccade.render.codec.QuadMesh;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

/**
 * Remembers which hidden tiles show nothing, so that nobody has to ask for them: most do. A texel
 * of a hidden surface's coarser level is covered where any of its finer four is, or may open the
 * sky where any of those may, so a face's coarsest tile tells for all finer ones. Forgets a face
 * when another needs its place, which costs wishes and never a tile. Frame thread.
 */
final class KnownEmpty {
  /** A face's blocks fit the bits of a long. */
  private static final int FINEST_LEVEL = 3;

  private static final int FACES = 1024;
  private static final long NOTHING = -1;

  private final long[] faces = new long[FACES];
  private final long[] shown = new long[FACES];

  KnownEmpty() {
    clear();
  }

  /** Takes in a decoded tile; only coarsest ones of hidden surfaces tell anything. */
  void saw(long address, QuadMesh quads, Recipe recipe) {
    if (TileAddress.level(address) != 0 || TileAddress.surface(address) != Surface.BEHIND) {
      return;
    }
    int level = Math.min(recipe.maxLevel(), FINEST_LEVEL);
    while (recipe.tilePixels() >> level < recipe.smallestLeaf()) {
      level--; // a leaf would cover several blocks, and counts for its first
    }
    long mask = 0;
    for (int y = 0; y < 1 << level; y++) {
      for (int x = 0; x < 1 << level; x++) {
        if (quads.countInBlock(level, x, y) > 0) {
          mask |= blocks(x, y, level);
        }
      }
    }
    int place = place(address);
    faces[place] = address;
    shown[place] = mask;
  }

  /** Whether the tile is known to show nothing. */
  boolean has(long address) {
    int level = TileAddress.level(address);
    if (level == 0 || level > FINEST_LEVEL || TileAddress.surface(address) != Surface.BEHIND) {
      return false;
    }
    int place = place(TileAddress.ancestor(address, 0));
    if (faces[place] != TileAddress.ancestor(address, 0)) {
      return false;
    }
    long mask = blocks(TileAddress.x(address), TileAddress.y(address), level);
    return (shown[place] & mask) == 0;
  }

  void clear() {
    Arrays.fill(faces, NOTHING);
  }

  /** The bits, of 8 x 8 blocks, of the tile of this level at (x, y). */
  private static long blocks(int x, int y, int level) {
    int edge = 1 << (FINEST_LEVEL - level);
    long row = ((1L << edge) - 1) << (x * edge);
    long mask = 0;
    for (int i = 0; i < edge; i++) {
      mask |= row << (8 * (y * edge + i));
    }
    return mask;
  }

  private static int place(long face) {
    return TileAddress.hash(face) & (FACES - 1);
  }
}
