package org.saccade.render.panorama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.joml.Vector3d;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.assets.ProgressListener;
import org.saccade.assets.SceneLibrary;
import org.saccade.render.gpu.GlDebug;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.DrawOptions;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.quality.Ssim;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneLoader;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.window.OffscreenContext;

/** The studio baked and composed, beside the studio drawn directly. */
@Tag("gpu")
final class StudioTilesTest {
  private static final int SIZE = 256;
  private static final Recipe RECIPE =
      new Recipe(
          Recipe.FORMAT_VERSION,
          256,
          1,
          -1,
          0,
          4,
          85,
          1,
          16,
          0.03f,
          1,
          new Fingerprint(1, 2, 3, 4));

  private static OffscreenContext context;
  private static PanoramaLab lab;
  private static RenderTarget composed;
  private static RenderTarget local;
  private static Vector3d centre;
  private static double yaw;

  @BeforeAll
  static void bake(@TempDir Path folder) throws Exception {
    Path file = SceneLibrary.materialise("studio", folder, ProgressListener.none());
    Scene scene = SceneLoader.load(file);
    context = OffscreenContext.createDebug();
    lab = new PanoramaLab(scene, RECIPE);
    composed = PanoramaLab.target(SIZE);
    local = PanoramaLab.target(SIZE);
    var place = new Vector3d(scene.start().position()).add(0.3, 1.6, 1.2);
    centre = RECIPE.cellFor(Shell.NEAR, place).centre();
    yaw = scene.start().yaw();
    lab.prepare(view(0));
  }

  @AfterAll
  static void close() {
    local.close();
    composed.close();
    lab.close();
    context.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.25})
  void looksLikeTheStudioAndHasNoHoles(double offset) {
    DrawView view = view(offset);
    lab.shelf().listAll(view.eye(), 1);
    lab.drawLocal(local, view);
    lab.shelf().compose(composed, view);
    lab.renderer().drawSkyAt(composed, view, TileCompositor.SKY_DEPTH);
    Picture direct = Picture.read(local, PanoramaLab.NEAR);
    Picture tiles = Picture.read(composed, PanoramaLab.NEAR);
    double alike = Ssim.mean(Ssim.map(direct.luma(), tiles.luma(), SIZE, SIZE));
    assertTrue(alike > 0.93, "SSIM %.4f".formatted(alike));
    lab.shelf().composeClasses(composed, view);
    Picture classes = Picture.read(composed, PanoramaLab.NEAR);
    int holes = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
      holes += TileClass.ofRed(classes.red(i)) == TileClass.OWN ? 0 : 1;
    }
    assertTrue(holes <= SIZE * SIZE / 1000, holes + " holes");
    GlDebug.requireNoErrors();
  }

  @Test
  void theSkyIsLeftToTheDeviceWithMultisamplingToo() {
    DrawView view = view(0.1);
    lab.shelf().listAll(view.eye(), 1);
    try (var multisampled = RenderTarget.display(SIZE, SIZE, AntiAliasing.MSAA4)) {
      lab.shelf().compose(multisampled, view);
      lab.renderer().drawSkyAt(multisampled, view, TileCompositor.SKY_DEPTH);
      multisampled.resolve();
      lab.shelf().compose(composed, view);
      float[] without = Picture.read(composed, PanoramaLab.NEAR).luma();
      lab.renderer().drawSkyAt(composed, view, TileCompositor.SKY_DEPTH);
      float[] plain = Picture.read(composed, PanoramaLab.NEAR).luma();
      float[] smooth = Picture.read(multisampled, PanoramaLab.NEAR).luma();
      int sky = 0;
      double apart = 0;
      for (int i = 0; i < SIZE * SIZE; i++) {
        sky += plain[i] > without[i] + 20 ? 1 : 0;
        apart += Math.abs(plain[i] - smooth[i]);
      }
      assertTrue(sky > SIZE * SIZE / 20, sky + " pixels of sky");
      assertTrue(apart / (SIZE * SIZE) < 2, apart / (SIZE * SIZE) + " of 255 apart");
    }
    GlDebug.requireNoErrors();
  }

  @Test
  void whatTheDeviceDrawsAfterTilesMeetsThemAsItMeetsTheScene() {
    DrawView view = view(0.1);
    var movables =
        new DrawOptions(
            DrawOptions.Content.MOVABLE,
            null,
            DrawOptions.Output.DISPLAY,
            null,
            false,
            false,
            null);
    lab.shelf().listAll(view.eye(), 1);
    lab.shelf().compose(composed, view);
    Picture still = Picture.read(composed, PanoramaLab.NEAR);
    lab.renderer().draw(composed, view, movables);
    Picture both = Picture.read(composed, PanoramaLab.NEAR);
    lab.renderer().draw(local, view, DrawOptions.everything());
    Picture direct = Picture.read(local, PanoramaLab.NEAR);
    int changed = 0;
    int wrong = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
      if (both.inverseDepth[i] != still.inverseDepth[i]) {
        changed++;
        wrong += Math.abs(both.inverseDepth[i] - direct.inverseDepth[i]) > 0.01f ? 1 : 0;
      }
    }
    assertTrue(changed > 20, changed + " pixels of movables");
    assertTrue(wrong <= changed / 20, "%d of %d are not in front".formatted(wrong, changed));
    GlDebug.requireNoErrors();
  }

  @Test
  void aBakedFaceSaysWhatItCost() {
    BakeCost cost = lab.cost();
    assertTrue(cost.faces() >= 2 && cost.drawNanos() > 0 && cost.encodeNanos() > 0);
    assertEquals(10 * cost.faces(), cost.tiles());
    assertTrue(cost.emptyTiles() > 0 && cost.bytes() > 0);
  }

  private static DrawView view(double offset) {
    var eye = new Vector3d(centre).add(0.8 * offset, 0.1 * offset, -0.59 * offset);
    return PanoramaLab.view(eye, yaw, 0, 80, SIZE);
  }
}
