package org.saccade.render.panorama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saccade.render.codec.FullTiles;
import org.saccade.render.codec.QuadMesh;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

/** Whatever recipe is allowed, the fullest tile it can have is cut into blocks that add up. */
final class AllowedRecipesTest {
  /** Quads are told apart by four vertices each, counted in 16 bits. */
  private static final int COUNTABLE_QUADS = 65_536 / 4;

  private static Recipe recipe(int tilePixels, int maxLevel, int leaf) {
    return new Recipe(
        Recipe.FORMAT_VERSION,
        tilePixels,
        maxLevel,
        -1,
        0,
        4,
        85,
        1,
        leaf,
        0.03f,
        1,
        new Fingerprint(1, 2, 3, 4));
  }

  /** Every combination of the numbers that shape a tile's layout. */
  static List<Recipe> allowed() {
    var allowed = new ArrayList<Recipe>();
    for (int tilePixels = 64; tilePixels <= 1024; tilePixels *= 2) {
      for (int maxLevel = 0; maxLevel <= 4; maxLevel++) {
        for (int leaf = 8; leaf <= 32; leaf *= 2) {
          try {
            allowed.add(recipe(tilePixels, maxLevel, leaf));
          } catch (IllegalArgumentException refused) {
            assertTrue(refused.toString().contains("expected"), refused.toString());
          }
        }
      }
    }
    return allowed;
  }

  @Test
  void thereAreSmallAndLargeOnesAndTheOnesWeUse() {
    assertTrue(allowed().contains(recipe(256, 2, 16)));
    assertTrue(allowed().contains(recipe(256, 3, 16)));
    assertTrue(allowed().contains(recipe(64, 0, 8)));
    assertTrue(allowed().contains(recipe(1024, 2, 16)));
  }

  @Test
  void aTileWithMoreQuadsThanSixteenBitsCanCountIsRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> recipe(1024, 2, 8));
    assertTrue(e.toString().contains("smallestLeaf is 8"), e.toString());
    assertTrue(e.toString().contains("at least tilePixels / 64"), e.toString());
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void blocksOfTheFullestTileFollowEachOtherAndAddUp(Recipe recipe) {
    QuadMesh quads = FullTiles.mesh(recipe);
    assertEquals(QuadVertices.mostQuads(recipe), quads.count());
    assertTrue(quads.count() <= COUNTABLE_QUADS, quads.count() + " quads");
    var vertices = ByteBuffer.allocate(QuadVertices.mostQuads(recipe) * QuadVertices.QUAD_BYTES);
    for (int level = 0; level <= recipe.maxLevel(); level++) {
      long tile = TileAddress.of(Shell.NEAR, 0, 0, 0, Surface.FIRST, Face.POSITIVE_X, level, 0, 0);
      int depth = recipe.maxLevel() - level;
      var blocks = new QuadVertices(recipe, vertices).write(tile, quads, 0);
      assertEquals(vertices.capacity(), vertices.limit());
      assertEquals(quads.count() / 3, blocks.count(0, 0, 0, QuadKind.WHOLE));
      assertEquals(0, blocks.count(0, 0, 0, QuadKind.SKY));
      for (int below = 0; below <= depth; below++) {
        assertEquals(quads.count(), sum(blocks, below), "level " + level + " below " + below);
      }
    }
  }

  /** Quads of all blocks of a level; each block must begin where it should and hold some. */
  private static int sum(TileBlocks blocks, int below) {
    int sum = 0;
    for (int y = 0; y < 1 << below; y++) {
      for (int x = 0; x < 1 << below; x++) {
        int whole = blocks.count(below, x, y, QuadKind.WHOLE);
        int masked = blocks.count(below, x, y, QuadKind.MASKED);
        assertTrue(whole > 0 && masked == 2 * whole, whole + " whole, " + masked + " masked");
        int wholeInAll = blocks.count(0, 0, 0, QuadKind.WHOLE);
        assertTrue(blocks.first(below, x, y, QuadKind.WHOLE) + whole <= wholeInAll);
        assertTrue(blocks.first(below, x, y, QuadKind.MASKED) >= wholeInAll);
        sum += whole + masked;
      }
    }
    return sum;
  }
}
