package org.saccade.client.ui;

import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileResidency;

/** Which level of a cell's six faces lies on the device: the finest resident one for each block. */
public final class TileMap {
  /** No tile covers the block. */
  static final int MISSING = -1;

  private final String title;
  private final int side;
  private final int finest;
  private final byte[] levels;

  private TileMap(String title, int finest) {
    this.title = title;
    this.finest = finest;
    side = 1 << finest;
    levels = new byte[Face.values().length * side * side];
  }

  /** Looks up FIRST tiles of the cell; about a hundred look-ups a face at the default recipe. */
  public static TileMap of(TileResidency residency, Recipe recipe, Shell shell, long anyAddress) {
    var map = new TileMap(shell == Shell.NEAR ? "near" : "far", recipe.maxLevel());
    int cellX = TileAddress.cellX(anyAddress);
    int cellY = TileAddress.cellY(anyAddress);
    int cellZ = TileAddress.cellZ(anyAddress);
    int index = 0;
    for (var face : Face.values()) {
      for (int y = 0; y < map.side; y++) {
        for (int x = 0; x < map.side; x++) {
          long finest =
              TileAddress.of(
                  shell, cellX, cellY, cellZ, Surface.FIRST, face, recipe.maxLevel(), x, y);
          map.levels[index++] = (byte) finestResident(residency, finest, recipe.maxLevel());
        }
      }
    }
    return map;
  }

  private static int finestResident(TileResidency residency, long finest, int maxLevel) {
    long address = finest;
    for (int level = maxLevel; ; level--) {
      if (residency.isResident(address)) {
        return level;
      }
      if (level == 0) {
        return MISSING;
      }
      address = TileAddress.parent(address);
    }
  }

  String title() {
    return title;
  }

  int side() {
    return side;
  }

  int finest() {
    return finest;
  }

  int level(Face face, int x, int y) {
    return levels[(face.code() * side + y) * side + x];
  }
}
