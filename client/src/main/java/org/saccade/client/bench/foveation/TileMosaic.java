package org.saccade.client.bench.foveation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Vector3d;
import org.saccade.offload.fov.ChooserSettings;
import org.saccade.offload.fov.DrawnCells;
import org.saccade.offload.fov.Haste;
import org.saccade.offload.fov.Look;
import org.saccade.offload.fov.PlanInput;
import org.saccade.offload.fov.ShellUse;
import org.saccade.offload.fov.TileChooser;
import org.saccade.offload.fov.TilePlan;
import org.saccade.offload.fov.ViewFrustum;
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

/**
 * Ours: the tiles the product's chooser wants for the view, each coded by itself, of a panorama
 * drawn from the eye's own place, so that foveation alone is measured.
 */
public final class TileMosaic implements Layout {
  /** What a tile's body adds to its parts. */
  private static final int HEADER_BYTES = 16;

  private final String name;
  private final Recipe recipe;
  private final TileChooser chooser;

  /** Tiles of a recipe, chosen with these settings. */
  public TileMosaic(String name, Recipe recipe, ChooserSettings settings) {
    this.name = name;
    this.recipe = recipe;
    chooser = new TileChooser(recipe, settings);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Coder.Coded send(SourceView view, Look.At look, int quality, Coder coder) {
    var tiles = new HashMap<Long, Raster>();
    long bytes = 0;
    var pyramid = view.pyramid(recipe.tilePixels() << recipe.maxLevel());
    for (long tile : chosen(view, look)) {
      int level = TileAddress.level(tile);
      var coded =
          coder.code(cut(pyramid, tile), Recipe.jpegQuality(quality, recipe.maxLevel() - level));
      tiles.put(place(tile), coded.shown());
      bytes += coded.bytes() + HEADER_BYTES;
    }
    return new Coder.Coded(show(view, tiles), bytes);
  }

  /** The tiles that show the view, each place once. */
  long[] chosen(SourceView view, Look.At look) {
    var eye = recipe.cellFor(Shell.FAR, 0, 0, 0).centre();
    float half = (float) Math.atan(view.halfTangent());
    int pixels = view.pixels();
    var frustum =
        new ViewFrustum(
            new Vector3d(eye), view.orientation(), -half, half, half, -half, pixels, pixels);
    var plan = new TilePlan();
    var input =
        new PlanInput(
            List.of(frustum),
            List.of(),
            look,
            Haste.NONE,
            ShellUse.IGNORED,
            ShellUse.WANTED,
            address -> false);
    chooser.choose(input, DrawnCells.NONE, plan);
    boolean[] isFine = new boolean[Face.COUNT];
    for (int i = 0; i < plan.wantedNow(); i++) {
      long tile = plan.wanted().get(i);
      isFine[TileAddress.face(tile).code()] |= TileAddress.level(tile) > 0;
    }
    long[] chosen = new long[plan.wantedNow()];
    int size = 0;
    for (int i = 0; i < plan.wantedNow(); i++) {
      long tile = plan.wanted().get(i);
      boolean isFloor = TileAddress.level(tile) == 0 && isFine[TileAddress.face(tile).code()];
      if (TileAddress.surface(tile) == Surface.FIRST && !isFloor) {
        chosen[size++] = tile;
      }
    }
    return Arrays.copyOf(chosen, size);
  }

  private Raster cut(CubePyramid pyramid, long tile) {
    int pixels = recipe.tilePixels();
    int level = TileAddress.level(tile);
    var face = pyramid.face(TileAddress.face(tile).code(), pixels << level);
    int left = TileAddress.x(tile) * pixels;
    int low = ((1 << level) - 1 - TileAddress.y(tile)) * pixels;
    var cut = Raster.black(pixels, pixels);
    for (int y = 0; y < pixels; y++) {
      System.arraycopy(
          face.rgba(), (low + y) * face.width() + left, cut.rgba(), y * pixels, pixels);
    }
    return cut;
  }

  private static long place(long tile) {
    return place(
        TileAddress.face(tile).code(),
        TileAddress.level(tile),
        TileAddress.x(tile),
        TileAddress.y(tile));
  }

  private static long place(int face, int level, int x, int y) {
    return (long) face << 48 | (long) level << 40 | (long) x << 20 | y;
  }

  private Raster show(SourceView view, Map<Long, Raster> tiles) {
    int side = view.pixels();
    var places = view.places();
    var shown = Raster.black(side, side);
    var cells = index(tiles);
    int finest = 1 << recipe.maxLevel();
    for (int i = 0; i < places.size(); i++) {
      int x = CubeGeometry.tileOf(recipe.maxLevel(), places.u(i));
      int y = CubeGeometry.tileOf(recipe.maxLevel(), -places.v(i));
      var cell = cells[(places.face(i) * finest + y) * finest + x];
      if (cell != null) {
        shown.rgba()[i] = cell.at(places.u(i), places.v(i));
      }
    }
    return shown;
  }

  /** Of every finest place the tile that shows it. */
  private Cell[] index(Map<Long, Raster> tiles) {
    int finest = 1 << recipe.maxLevel();
    var cells = new Cell[Face.COUNT * finest * finest];
    for (var tile : tiles.entrySet()) {
      int face = (int) (tile.getKey() >> 48);
      int level = (int) (tile.getKey() >> 40 & 255);
      int tileX = (int) (tile.getKey() >> 20 & 0xFFFFF);
      int tileY = (int) (tile.getKey() & 0xFFFFF);
      int span = finest >> level;
      var cell =
          new Cell(
              tile.getValue(),
              CubeGeometry.uOfTile(level, tileX),
              CubeGeometry.vOfTile(level, tileY + 1),
              recipe.tilePixels() * (1 << level) / 2f);
      for (int y = 0; y < span; y++) {
        for (int x = 0; x < span; x++) {
          cells[(face * finest + tileY * span + y) * finest + tileX * span + x] = cell;
        }
      }
    }
    return cells;
  }

  /** A tile where it lies on its face. */
  private record Cell(Raster texels, float left, float low, float texelsPerUnit) {
    int at(float u, float v) {
      return texels.between((u - left) * texelsPerUnit, (v - low) * texelsPerUnit);
    }
  }
}
