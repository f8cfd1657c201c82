package org.saccade.render.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

final class TileRoundTripTest {
  private static final Recipe RECIPE = SyntheticTiles.RECIPE;
  private static final int PIXELS = RECIPE.tilePixels();

  private final TileEncoder encoder = new TileEncoder(JpegCodec.best());
  private final TileDecoder decoder = new TileDecoder(JpegCodec.best());

  @AfterEach
  void close() {
    encoder.close();
    decoder.close();
  }

  @Test
  void flatWallsComeBackWithinTheToleranceInFewQuads() throws Exception {
    for (int level = 0; level <= RECIPE.maxLevel(); level++) {
      long address = SyntheticTiles.address(Face.NEGATIVE_Z, level, 0, 0);
      TileImage image = SyntheticTiles.draw(SyntheticTiles.room(), address, false);
      TileBody body = encoder.encode(image, level, Shell.NEAR, RECIPE);
      try (DecodedTile tile = decoder.decode(address, body, RECIPE)) {
        double tolerance = RECIPE.tolerance(Shell.NEAR, level);
        assertTrue(shareWithin(image, tile, tolerance) > 0.998, "level " + level);
        assertTrue(tile.quads().count() < 120, tile.quads().count() + " quads");
      }
    }
  }

  @Test
  void ballsInFrontOfWallsKeepTheirDepthAlmostEverywhere() throws Exception {
    long address = SyntheticTiles.address(Face.NEGATIVE_Z, 1, 0, 0);
    TileImage image = SyntheticTiles.draw(SyntheticTiles.balls(), address, false);
    TileBody body = encoder.encode(image, 1, Shell.NEAR, RECIPE);
    try (DecodedTile tile = decoder.decode(address, body, RECIPE)) {
      double tolerance = RECIPE.tolerance(Shell.NEAR, 1);
      assertTrue(shareWithin(image, tile, 2 * tolerance) > 0.99);
    }
  }

  @Test
  void whatIsEmptyStaysEmptyAndWhatIsCoveredStaysCovered() throws Exception {
    long address = SyntheticTiles.address(Face.NEGATIVE_Z, 1, 0, 1);
    TileImage image = SyntheticTiles.draw(SyntheticTiles.balls(), address, true);
    TileBody body = encoder.encode(image, 1, Shell.NEAR, RECIPE);
    try (DecodedTile tile = decoder.decode(address, body, RECIPE)) {
      ByteBuffer rgba = tile.rgba().buffer();
      for (int row = 0; row < PIXELS; row++) {
        for (int column = 0; column < PIXELS; column++) {
          boolean isCovered = rgba.get(4 * (row * PIXELS + column) + 3) != 0;
          assertEquals(image.isCovered(column, row), isCovered, column + "," + row);
        }
      }
    }
  }

  @Test
  void anEmptyTileIsAFewBytesAndASkyIsOneQuadAtInfinity() throws Exception {
    TileImage image = new TileImage(PIXELS);
    TileBody empty = encoder.encode(image, 2, Shell.FAR, RECIPE);
    assertEquals(TileBody.HEADER, empty.bytes().size());
    for (int row = 0; row < PIXELS; row++) {
      for (int column = 0; column < PIXELS; column++) {
        image.set(column, row, 0xFFEECC99, 0);
      }
    }
    TileBody sky = encoder.encode(image, 2, Shell.FAR, RECIPE);
    assertTrue(sky.bytes().size() < 60, sky.toString());
    long address = TileAddress.of(Shell.FAR, 0, 0, 0, Surface.FIRST, Face.POSITIVE_Y, 2, 3, 1);
    try (DecodedTile tile = decoder.decode(address, sky, RECIPE)) {
      assertEquals(1, tile.quads().count());
      assertTrue(tile.quads().isSky(0));
    }
    try (DecodedTile tile = decoder.decode(address, empty, RECIPE)) {
      assertTrue(tile.isEmpty());
    }
  }

  @Test
  void aLeafPastWhichTheSkyMayShowSaysSoAndKeepsItsSurface() throws Exception {
    TileImage image = flat(0.2f);
    image.openSky(20, 40);
    long address = TileAddress.of(Shell.FAR, 0, 0, 0, Surface.BEHIND, Face.POSITIVE_X, 2, 0, 0);
    TileBody body = encoder.encode(image, 2, Shell.FAR, RECIPE);
    try (DecodedTile tile = decoder.decode(address, body, RECIPE)) {
      int leaf = RECIPE.smallestLeaf();
      int skies = 0;
      for (int quad = 0; quad < tile.quads().count(); quad++) {
        if (tile.quads().isSky(quad)) {
          skies++;
          assertEquals(leaf, tile.quads().size(quad));
          assertEquals(20 / leaf * leaf, tile.quads().x(quad));
          assertEquals(40 / leaf * leaf, tile.quads().y(quad));
        }
      }
      assertEquals(1, skies);
      assertEquals(1, shareWithin(image, tile, RECIPE.tolerance(Shell.FAR, 2)));
    }
  }

  @Test
  void whatIsFarButNotTheSkyStaysSo() throws Exception {
    long address = TileAddress.of(Shell.FAR, 0, 0, 0, Surface.FIRST, Face.POSITIVE_X, 2, 0, 0);
    TileBody body = encoder.encode(flat(1e-6f), 2, Shell.FAR, RECIPE);
    try (DecodedTile tile = decoder.decode(address, body, RECIPE)) {
      assertEquals(1, tile.quads().count());
      assertTrue(!tile.quads().isSky(0));
    }
  }

  private static TileImage flat(float inverseDepth) {
    TileImage image = new TileImage(PIXELS);
    for (int row = 0; row < PIXELS; row++) {
      for (int column = 0; column < PIXELS; column++) {
        image.set(column, row, 0xFF000000 | column * 0x010101, inverseDepth);
      }
    }
    return image;
  }

  @Test
  void theQuadsOfABlockAreExactlyThoseInsideIt() throws Exception {
    for (int level = 0; level <= RECIPE.maxLevel(); level++) {
      long address = SyntheticTiles.address(Face.POSITIVE_X, level, 0, 0);
      TileImage image = SyntheticTiles.draw(SyntheticTiles.balls(), address, true);
      TileBody body = encoder.encode(image, level, Shell.NEAR, RECIPE);
      try (DecodedTile tile = decoder.decode(address, body, RECIPE)) {
        for (int depth = 0; depth <= RECIPE.maxLevel() - level; depth++) {
          requireExactBlocks(tile.quads(), depth);
        }
      }
    }
  }

  private static void requireExactBlocks(QuadMesh quads, int depth) {
    int edge = PIXELS >> depth;
    int total = 0;
    for (int y = 0; y < 1 << depth; y++) {
      for (int x = 0; x < 1 << depth; x++) {
        int first = quads.firstInBlock(depth, x, y);
        int count = quads.countInBlock(depth, x, y);
        total += count;
        for (int i = first; i < first + count; i++) {
          assertTrue(quads.x(i) >= x * edge && quads.x(i) + quads.size(i) <= (x + 1) * edge);
          assertTrue(quads.y(i) >= y * edge && quads.y(i) + quads.size(i) <= (y + 1) * edge);
        }
      }
    }
    assertEquals(quads.count(), total);
  }

  /** Share of covered texels that some quad owns with an inverse depth this close. */
  static double shareWithin(TileImage image, DecodedTile tile, double tolerance) {
    QuadMesh quads = tile.quads();
    ByteBuffer rgba = tile.rgba().buffer();
    long covered = 0;
    long good = 0;
    for (int i = 0; i < quads.count(); i++) {
      for (int row = quads.y(i); row < quads.y(i) + quads.size(i); row++) {
        for (int column = quads.x(i); column < quads.x(i) + quads.size(i); column++) {
          int label = rgba.get(4 * (row * PIXELS + column) + 3) & 255;
          if (label == (quads.label(i) == 0 ? 255 : quads.label(i))) {
            covered++;
            double miss = planeAt(tile, i, column, row) - image.invZ(column, row);
            good += Math.abs(miss) <= tolerance ? 1 : 0;
          }
        }
      }
    }
    assertEquals(coveredTexels(image), covered);
    return (double) good / covered;
  }

  private static double planeAt(DecodedTile tile, int quad, int column, int row) {
    long address = tile.address();
    int level = TileAddress.level(address);
    double u = CubeGeometry.uOfTexel(level, TileAddress.x(address), column, PIXELS);
    double v = CubeGeometry.vOfTexel(level, TileAddress.y(address), row, PIXELS);
    QuadMesh quads = tile.quads();
    return quads.a(quad) * u + quads.b(quad) * v + quads.c(quad);
  }

  private static long coveredTexels(TileImage image) {
    long count = 0;
    for (int i = 0; i < PIXELS * PIXELS; i++) {
      count += image.isCovered(i % PIXELS, i / PIXELS) ? 1 : 0;
    }
    return count;
  }
}
