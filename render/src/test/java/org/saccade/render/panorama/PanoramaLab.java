package org.saccade.render.panorama;

import static org.lwjgl.opengl.GL45C.glFinish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.MalformedTileException;
import org.saccade.render.codec.TileBody;
import org.saccade.render.codec.TileDecoder;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.DrawOptions;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.RenderSettings;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.pass.SceneRenderer;
import org.saccade.render.pass.TruthRenderer;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;
import org.saccade.render.tile.TileDrawList;

/** Bakes, decodes, uploads and composes in one place, beside the scene drawn directly. */
final class PanoramaLab implements AutoCloseable {
  static final float NEAR = 0.05f;

  private final GpuScope gpu = new GpuScope("panorama lab");
  private final Recipe recipe;
  private final SceneRenderer renderer;
  private final TruthRenderer truth;
  private final TileBaker baker;
  private final TileDecoder decoder;
  private final TileCompositor compositor;
  private final Map<Long, TileBody> bodies = new HashMap<>();
  private final List<Long> bakedFaces = new ArrayList<>();
  private final TileDrawList list = new TileDrawList();
  private BakeCost cost = BakeCost.NONE;

  PanoramaLab(Scene scene, Recipe recipe) {
    this.recipe = recipe;
    renderer = new SceneRenderer(scene, RenderSettings.standard());
    gpu.own(renderer::close);
    renderer.animate(0);
    truth = new TruthRenderer(renderer);
    gpu.own(truth::close);
    var jpeg = JpegCodec.best();
    baker = new TileBaker(scene, recipe, jpeg);
    gpu.own(baker::close);
    decoder = new TileDecoder(jpeg);
    gpu.own(decoder::close);
    compositor = new TileCompositor(recipe, 512L << 20);
    gpu.own(compositor::close);
  }

  SceneRenderer renderer() {
    return renderer;
  }

  TileCompositor compositor() {
    return compositor;
  }

  Map<Long, TileBody> bodies() {
    return bodies;
  }

  BakeCost cost() {
    return cost;
  }

  TileDrawList list() {
    return list;
  }

  /** A symmetric view; yaw 0 looks along -Z, positive turns left; pitch up. */
  static DrawView view(Vector3dc eye, double yaw, double pitch, double fovDegrees, int size) {
    var rotation = new Matrix4f().rotateX((float) -pitch).rotateY((float) -yaw);
    var projection = DrawView.projection(Math.toRadians(fovDegrees), 1, NEAR);
    return new DrawView(rotation, new Vector3d(eye), projection, NEAR, size, size);
  }

  static RenderTarget target(int size) {
    return RenderTarget.display(size, size, AntiAliasing.NONE);
  }

  /** Bakes and uploads what an eye here needs, unless it was. */
  void prepare(Vector3dc eye) {
    for (Shell shell : Shell.values()) {
      Cell cell = recipe.cellFor(shell, eye);
      for (Face face : Face.values()) {
        long key = TileAddress.of(shell, cell, Surface.FIRST, face, 0, 0, 0);
        if (!bakedFaces.contains(key)) {
          bakedFaces.add(key);
          cost = cost.plus(baker.bakeFace(shell, cell, face, bodies::put));
        }
      }
    }
  }

  /** Lists all tiles of one level round an eye. */
  void listAll(Vector3dc eye, int level) {
    list.clear();
    for (Shell shell : Shell.values()) {
      Cell cell = recipe.cellFor(shell, eye);
      for (Surface surface : Surface.values()) {
        for (Face face : Face.values()) {
          addFace(TileAddress.of(shell, cell, surface, face, 0, 0, 0), level);
        }
      }
    }
  }

  private void addFace(long root, int level) {
    upload(root);
    for (int y = 0; y < 1 << level; y++) {
      for (int x = 0; x < 1 << level; x++) {
        long tile = TileAddress.withPlace(root, level, x, y);
        upload(tile);
        list.add(tile);
      }
    }
  }

  void upload(long tile) {
    TileBody body = bodies.get(tile);
    if (body == null) {
      throw new IllegalStateException("not baked: " + TileAddress.describe(tile));
    }
    if (compositor.isResident(tile)) {
      return;
    }
    try {
      if (!compositor.upload(decoder.decode(tile, body, recipe))) {
        throw new IllegalStateException("no room for " + TileAddress.describe(tile));
      }
    } catch (MalformedTileException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Draws the scene directly; returns nanoseconds. */
  long drawLocal(RenderTarget target, DrawView view) {
    long begin = System.nanoTime();
    var still = DrawOptions.everything().withContent(DrawOptions.Content.STATIC);
    renderer.draw(target, view, still);
    target.resolve();
    glFinish();
    return System.nanoTime() - begin;
  }

  void drawTruth(RenderTarget target, DrawView view) {
    truth.draw(target, view, DrawOptions.Content.STATIC);
  }

  /** Composes the list; returns nanoseconds. */
  long compose(RenderTarget target, DrawView view) {
    long begin = System.nanoTime();
    target.clear();
    compositor.draw(target, view, list);
    target.resolve();
    glFinish();
    return System.nanoTime() - begin;
  }

  void composeClasses(RenderTarget target, DrawView view) {
    target.clear();
    compositor.drawClasses(target, view, list);
    target.resolve();
  }

  @Override
  public void close() {
    gpu.close();
  }
}
