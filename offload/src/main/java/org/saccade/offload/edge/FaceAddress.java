package org.saccade.offload.edge;

import java.util.function.LongPredicate;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

/** One face of one cell, named by its coarsest tile of the first surface. */
final class FaceAddress {
  private FaceAddress() {}

  /** The face a tile belongs to. */
  static long of(long tile) {
    return TileAddress.withSurface(TileAddress.ancestor(tile, 0), Surface.FIRST);
  }

  /** Whether every tile of the face, both surfaces and all levels, passes. */
  static boolean allTiles(long face, Recipe recipe, LongPredicate test) {
    for (Surface surface : Surface.values()) {
      long place = TileAddress.withSurface(face, surface);
      for (int level = 0; level <= recipe.maxLevel(); level++) {
        for (int i = 0; i < 1 << (2 * level); i++) {
          int x = i & ((1 << level) - 1);
          if (!test.test(TileAddress.withPlace(place, level, x, i >> level))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Tiles of a face: both surfaces, all levels. */
  static int tiles(Recipe recipe) {
    return 2 * ((1 << (2 * (recipe.maxLevel() + 1))) - 1) / 3;
  }
}
