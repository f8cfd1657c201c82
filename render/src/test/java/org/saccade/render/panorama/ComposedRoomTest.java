package org.saccade.render.panorama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import org.joml.Matrix3f;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3f;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.quality.Ssim;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.window.OffscreenContext;

/** Tiles of a traced room, composed and held against the room traced from the true eye. */
@Tag("gpu")
final class ComposedRoomTest {
  private static final int SIZE = 256;
  private static final Vector3dc CENTRE = new Vector3d(0.25, 1.75, 0.25);
  private static final Recipe RECIPE = recipe(64, 92);

  private static OffscreenContext context;
  private static TileShelf shelf;
  private static RenderTarget target;
  private static final Room ROOM = new Room();

  @BeforeAll
  static void bake() {
    context = OffscreenContext.createDebug();
    shelf = new TileShelf(RECIPE);
    target = PanoramaLab.target(SIZE);
    try (var tiler =
        new FaceTiler(RECIPE, RECIPE.maxLevel(), JpegCodec.best(), false, System::nanoTime)) {
      for (Shell shell : Shell.values()) {
        Cell cell = RECIPE.cellFor(shell, CENTRE);
        for (Face face : Face.values()) {
          double near = RECIPE.nearPlane(shell);
          double far = RECIPE.farPlane(shell);
          ROOM.paintFace(cell.centre(), face, near, far, tiler);
          tiler.reach(shell);
          tiler.prune(shell);
          tiler.emit(shell, cell, face, EnumSet.allOf(Surface.class), shelf.bodies()::put);
        }
      }
    }
  }

  @AfterAll
  static void close() {
    target.close();
    shelf.close();
    context.close();
  }

  @ParameterizedTest
  @CsvSource({"0,0,0", "0.1,0.05,0", "0.2,-0.2,0.2", "-0.24,0.1,-0.24"})
  void looksLikeTheRoomFromAnywhereInTheCell(double x, double y, double z) {
    for (int turn = 0; turn < 4; turn++) {
      var eye = new Vector3d(CENTRE).add(x, y, z);
      DrawView view = PanoramaLab.view(eye, turn * 1.7, 0.3 * turn - 0.4, 90, SIZE);
      shelf.listAll(eye, RECIPE.maxLevel());
      shelf.compose(target, view);
      Picture composed = Picture.read(target, PanoramaLab.NEAR);
      double alike = Ssim.mean(Ssim.map(trace(view, composed), composed.luma(), SIZE, SIZE));
      assertTrue(alike > 0.93, "SSIM %.4f at turn %d".formatted(alike, turn));
    }
    GlDebug.requireNoErrors();
  }

  @ParameterizedTest
  @CsvSource({"0,0,0", "0.1,0.05,0", "0.2,-0.2,0.2", "-0.24,0.1,-0.24"})
  void hasNoCracks(double x, double y, double z) {
    int skirt = 0;
    for (int turn = 0; turn < 4; turn++) {
      var eye = new Vector3d(CENTRE).add(x, y, z);
      shelf.listAll(eye, RECIPE.maxLevel());
      skirt += skirtPixels(PanoramaLab.view(eye, turn * 1.7, 0.3 * turn - 0.4, 90, SIZE));
    }
    assertTrue(skirt <= 4 * SIZE * SIZE / 1000, skirt + " pixels of skirt");
  }

  @Test
  void anAncestorStandsInForAMissingTileWithoutASeam() {
    var eye = new Vector3d(CENTRE).add(0.1, 0, 0.1);
    DrawView view = PanoramaLab.view(eye, 0, 0, 90, SIZE);
    shelf.listAll(eye, 2);
    var whole = new java.util.ArrayList<Long>();
    for (int i = 0; i < shelf.list().size(); i++) {
      whole.add(shelf.list().address(i));
    }
    shelf.list().clear();
    for (long tile : whole) {
      int level = (TileAddress.x(tile) + TileAddress.y(tile)) % 3;
      long ancestor = TileAddress.ancestor(tile, level);
      shelf.upload(ancestor);
      shelf.list().add(ancestor, 2, TileAddress.x(tile), TileAddress.y(tile));
    }
    shelf.composeClasses(target, view);
    Picture classes = Picture.read(target, PanoramaLab.NEAR);
    assertEquals(0, count(classes, TileClass.NOTHING));
    assertTrue(count(classes, TileClass.OWN) > SIZE * SIZE / 8);
    assertTrue(count(classes, TileClass.ONE_COARSER) > SIZE * SIZE / 8);
    assertTrue(count(classes, TileClass.MUCH_COARSER) > SIZE * SIZE / 8);
    assertTrue(count(classes, TileClass.SKIRT) < SIZE * SIZE / 500);
  }

  @Test
  void forgetsItsTilesForAnotherRecipeOfTheSameShape() {
    shelf.listAll(CENTRE, 0);
    long tile = shelf.list().address(0);
    assertTrue(shelf.compositor().isResident(tile));
    assertTrue(shelf.compositor().adopt(recipe(64, 70)));
    assertFalse(shelf.compositor().isResident(tile));
    assertFalse(shelf.compositor().adopt(recipe(128, 70)), "larger tiles need other memory");
    assertTrue(shelf.compositor().adopt(RECIPE));
  }

  private static Recipe recipe(int tilePixels, int quality) {
    return new Recipe(
        Recipe.FORMAT_VERSION,
        tilePixels,
        2,
        -1,
        0,
        2.5f,
        quality,
        1,
        16,
        0.03f,
        1,
        new Fingerprint(0, 0, 0, 0));
  }

  private static int count(Picture classes, TileClass wanted) {
    int count = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
      count += TileClass.ofRed(classes.red(i)) == wanted ? 1 : 0;
    }
    return count;
  }

  @Test
  void depthIsTheRoomsDepth() {
    var eye = new Vector3d(CENTRE).add(0.1, 0, 0.1);
    DrawView view = PanoramaLab.view(eye, 0.5, 0, 90, SIZE);
    shelf.listAll(eye, 2);
    shelf.compose(target, view);
    Picture composed = Picture.read(target, PanoramaLab.NEAR);
    trace(view, composed);
    int wrong = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
      float apart = Math.abs(tracedInverse[i] - composed.inverseDepth[i]);
      wrong += apart > 0.05f && apart > 0.1f * tracedInverse[i] ? 1 : 0;
    }
    assertTrue(wrong < SIZE * SIZE / 50, wrong + " pixels at a wrong depth");
  }

  @Test
  void whatIsEmptyCountsAsResidentAndSurvivesEviction() {
    Cell cell = RECIPE.cellFor(Shell.FAR, CENTRE);
    shelf.listAll(CENTRE, 2);
    long tile = TileAddress.of(Shell.FAR, cell, Surface.FIRST, Face.NEGATIVE_Y, 0, 0, 0);
    assertTrue(shelf.body(tile).isEmpty());
    assertTrue(shelf.compositor().isResident(tile));
  }

  private static int skirtPixels(DrawView view) {
    shelf.composeClasses(target, view);
    return SIZE * SIZE - count(Picture.read(target, PanoramaLab.NEAR), TileClass.OWN);
  }

  private static final float[] tracedInverse = new float[SIZE * SIZE];

  private static float[] trace(DrawView view, Picture like) {
    float[] luma = new float[SIZE * SIZE];
    var back = new Matrix3f(view.rotation()).transpose();
    float tangent = 1 / view.projection().m00();
    var direction = new Vector3f();
    for (int i = 0; i < luma.length; i++) {
      float x = (2 * (i % like.width + 0.5f) / like.width - 1) * tangent;
      float y = (2 * (Math.floorDiv(i, like.width) + 0.5f) / like.height - 1) * tangent;
      back.transform(x, y, -1, direction);
      ROOM.trace(view.eye(), direction);
      int rgba = ROOM.colour(0);
      luma[i] =
          0.299f * (rgba & 255) + 0.587f * ((rgba >> 8) & 255) + 0.114f * ((rgba >> 16) & 255);
      tracedInverse[i] = (float) (1 / ROOM.hit(0));
    }
    return luma;
  }
}
