package org.saccade.render.panorama;

import static org.lwjgl.opengl.GL45C.glFinish;

import java.util.EnumSet;
import java.util.Set;
import org.joml.Matrix3f;
import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3f;
import org.saccade.render.codec.JpegCodec;
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
import org.saccade.render.tile.CubeGeometry;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

/** Bakes, decodes, uploads and composes in one place, beside the scene drawn directly. */
final class PanoramaLab implements AutoCloseable {
  static final float NEAR = 0.05f;

  private final GpuScope gpu = new GpuScope("panorama lab");
  private final Recipe recipe;
  private final SceneRenderer renderer;
  private final TruthRenderer truth;
  private final TileBaker baker;
  private final TileShelf shelf;
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
    shelf = new TileShelf(recipe);
    gpu.own(shelf::close);
  }

  SceneRenderer renderer() {
    return renderer;
  }

  TileShelf shelf() {
    return shelf;
  }

  BakeCost cost() {
    return cost;
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

  /** Bakes what a view needs of the cells its eye is in, unless it was baked. */
  void prepare(DrawView view) {
    Set<Face> faces = facesSeen(view);
    for (Shell shell : Shell.values()) {
      Cell cell = recipe.cellFor(shell, view.eye());
      for (Face face : faces) {
        long key = TileAddress.of(shell, cell, Surface.FIRST, face, 0, 0, 0);
        if (!shelf.bodies().containsKey(key)) {
          cost = cost.plus(baker.bakeFace(shell, cell, face, shelf.bodies()::put));
        }
      }
    }
  }

  /** Faces that a view half as wide again meets, as parallax brings in what lies beside it. */
  private static Set<Face> facesSeen(DrawView view) {
    var faces = EnumSet.noneOf(Face.class);
    var back = new Matrix3f(view.rotation()).transpose();
    var ray = new Vector3f();
    for (int i = 0; i < 81; i++) {
      float x = (i % 9 - 4) / 4f * 1.5f / view.projection().m00();
      float y = (Math.floorDiv(i, 9) - 4) / 4f * 1.5f / view.projection().m11();
      back.transform(x, y, -1, ray);
      faces.add(CubeGeometry.faceOf(ray.x, ray.y, ray.z));
    }
    return faces;
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

  @Override
  public void close() {
    gpu.close();
  }
}
