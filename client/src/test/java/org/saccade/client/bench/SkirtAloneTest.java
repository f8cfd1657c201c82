package org.saccade.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lwjgl.BufferUtils;
import org.saccade.assets.ProgressListener;
import org.saccade.assets.SceneLibrary;
import org.saccade.client.run.Stills.Still;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.TileBody;
import org.saccade.render.codec.TileDecoder;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.panorama.TileBaker;
import org.saccade.render.panorama.TileClass;
import org.saccade.render.panorama.TileCompositor;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.DrawOptions;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderSettings;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.pass.SceneRenderer;
import org.saccade.render.scene.Scene;
import org.saccade.render.scene.SceneLoader;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileDrawList;
import org.saccade.render.window.OffscreenContext;

/** Whether holes are counted where there are some: the studio with less and less of its tiles. */
@NullMarked
@Tag("gpu")
@SuppressWarnings("NullAway.Init") // all is set before the first test
final class SkirtAloneTest {
  private static final int SIZE = 256;
  private static final float NEAR = 0.05f;
  private static final Recipe RECIPE =
      new Recipe(
          Recipe.FORMAT_VERSION,
          256,
          0,
          -1,
          0,
          4,
          85,
          1,
          16,
          0.03f,
          1,
          new Fingerprint(1, 2, 3, 4));

  private static final GpuScope GPU = new GpuScope("skirt alone");
  private static final Map<Long, TileBody> BODIES = new HashMap<>();
  private static OffscreenContext context;
  private static TileCompositor compositor;
  private static RenderTarget target;
  private static DrawView view;
  private static Still truth;

  /** Bakes every face in one tile and draws the truth. */
  @BeforeAll
  static void bake(@TempDir Path folder) throws Exception {
    var file = SceneLibrary.materialise("studio", folder, ProgressListener.none());
    var scene = SceneLoader.load(file);
    context = OffscreenContext.createDebug();
    target = RenderTarget.display(SIZE, SIZE, AntiAliasing.NONE);
    GPU.own(target::close);
    compositor = new TileCompositor(RECIPE, 128L << 20);
    GPU.own(compositor::close);
    view = viewFromTheStart(scene);
    try (var baker = new TileBaker(scene, RECIPE, JpegCodec.best());
        var decoder = new TileDecoder(JpegCodec.best())) {
      for (var shell : Shell.values()) {
        for (var face : Face.values()) {
          baker.bakeFace(shell, RECIPE.cellFor(shell, view.eye()), face, BODIES::put);
        }
      }
      for (var tile : BODIES.entrySet()) {
        assertTrue(compositor.upload(decoder.decode(tile.getKey(), tile.getValue(), RECIPE)));
      }
    }
    try (var renderer = new SceneRenderer(scene, RenderSettings.standard())) {
      renderer.animate(0);
      renderer.draw(target, view, DrawOptions.everything().withContent(DrawOptions.Content.STATIC));
      truth = read();
    }
  }

  @AfterAll
  static void close() {
    GPU.close();
    context.close();
  }

  /** Along -Z, whatever the start's yaw: every direction of the studio shows something. */
  private static DrawView viewFromTheStart(Scene scene) {
    var eye = new Vector3d(scene.start().position()).add(0, 1.6, 0);
    var centre = RECIPE.cellFor(Shell.NEAR, eye).centre();
    var projection = DrawView.projection(Math.toRadians(80), 1, NEAR);
    return new DrawView(new Matrix4f(), centre, projection, NEAR, SIZE, SIZE);
  }

  @Test
  void theSkirtAloneReadsMostlyHoles() {
    var list = new TileDrawList();
    list.add(tile(Shell.NEAR, Surface.FIRST, Face.POSITIVE_Z));
    list.add(tile(Shell.FAR, Surface.FIRST, Face.POSITIVE_Z)); // behind the back: only their skirts
    var classes = classes(list);
    assertEquals(0, share(classes, TileClass.OWN));
    assertTrue(share(classes, TileClass.SKIRT) > 0.5, share(classes, TileClass.SKIRT) + " skirt");
    var holes = count(list, classes);
    assertTrue(holes.holes() > 0.5, holes + " with the skirt alone");
    assertTrue(holes.strict() >= holes.holes());
  }

  @Test
  void nothingAtAllReadsOnlyHoles() {
    var list = new TileDrawList();
    assertEquals(1, count(list, classes(list)).holes());
  }

  @Test
  void allTilesReadHardlyAny() {
    var list = new TileDrawList();
    BODIES.keySet().forEach(list::add);
    var holes = count(list, classes(list));
    assertTrue(holes.holes() < 0.01, holes + " with all tiles");
  }

  private static long tile(Shell shell, Surface surface, Face face) {
    return TileAddress.of(shell, RECIPE.cellFor(shell, view.eye()), surface, face, 0, 0, 0);
  }

  private static Holes.Share count(TileDrawList list, ByteBuffer classes) {
    target.bind();
    target.clear();
    compositor.draw(target, view, list);
    var marked = BufferUtils.createByteBuffer(4 * SIZE * SIZE);
    return Holes.count(read(), truth, classes, SIZE, SIZE, marked);
  }

  private static ByteBuffer classes(TileDrawList list) {
    target.bind();
    target.clear();
    compositor.drawClasses(target, view, list);
    return read().rgba();
  }

  private static double share(ByteBuffer classes, TileClass wanted) {
    int count = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
      count += TileClass.ofRed(classes.get(4 * i) & 255) == wanted ? 1 : 0;
    }
    return (double) count / (SIZE * SIZE);
  }

  private static Still read() {
    target.resolve();
    var rgba = BufferUtils.createByteBuffer(4 * SIZE * SIZE);
    target.colour().read(rgba);
    var depth = BufferUtils.createByteBuffer(4 * SIZE * SIZE).order(ByteOrder.nativeOrder());
    target.depth().read(depth);
    for (int i = 0; i < SIZE * SIZE; i++) {
      depth.putFloat(4 * i, depth.getFloat(4 * i) / NEAR);
    }
    return new Still(rgba, depth);
  }
}
