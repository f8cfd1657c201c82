package org.saccade.client.run;

import org.joml.Matrix4f;
import org.joml.Vector3d;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.policy.Mode;
import org.saccade.render.panorama.TileCompositor;
import org.saccade.render.pass.CapsulePass;
import org.saccade.render.pass.Capsules;
import org.saccade.render.pass.ClipBox;
import org.saccade.render.pass.Detail;
import org.saccade.render.pass.DrawOptions;
import org.saccade.render.pass.DrawOptions.Content;
import org.saccade.render.pass.DrawView;
import org.saccade.render.pass.MovableShadowPass;
import org.saccade.render.pass.RenderSettings;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.pass.SceneRenderer;
import org.saccade.render.pass.StereoTarget;
import org.saccade.render.scene.Scene;

/**
 * Draws one view of the scene in any of the three modes, so that an unmoving scene looks the same
 * in all of them. What stands still comes first, from the device or from tiles; then the movables'
 * shadows on it; then the movables. Frame thread.
 */
public final class Stage implements AutoCloseable {
  private static final DrawOptions ALL = DrawOptions.everything();
  private static final DrawOptions STATIC = ALL.withContent(Content.STATIC).withSky(false);
  private static final DrawOptions MOVABLES =
      ALL.withContent(Content.MOVABLE).withClear(false).withSky(false);

  private final SceneRenderer renderer;
  private final MovableShadowPass shadows;
  private final boolean hasMovables;
  private final @Nullable LevelsAhead levels;
  private @Nullable Detail detail;
  private @Nullable CapsulePass barPass;
  private @Nullable Capsules bars;

  /** Draws whole meshes. */
  public Stage(Scene scene) {
    this(scene, false);
  }

  /**
   * The same.
   *
   * @param isSimplified whether coarser meshes may be drawn, as soon as there are any, where {@link
   *     #allow} says so
   */
  public Stage(Scene scene, boolean isSimplified) {
    levels = isSimplified ? new LevelsAhead(scene) : null;
    renderer = new SceneRenderer(scene, RenderSettings.standard());
    shadows = new MovableShadowPass(renderer);
    hasMovables = scene.nodes().stream().anyMatch(node -> node.movable());
  }

  /** How coarse meshes may be from now on; at first they are whole. */
  void allow(Detail wanted) {
    detail = wanted;
  }

  private @Nullable Detail detail(int pass) {
    return detail == null ? null : detail.of(pass);
  }

  private @Nullable Detail besideTiles() {
    return detail(Detail.BESIDE_TILES);
  }

  /** Waits for the simplified meshes. */
  void awaitLevels() {
    if (levels != null) {
      levels.await();
    }
    takeLevels();
  }

  private void takeLevels() {
    var made = levels == null ? null : levels.poll();
    if (made != null) {
      renderer.add(made);
    }
  }

  /** Moves what moves to its place at this time. */
  public void animate(double seconds) {
    takeLevels();
    if (hasMovables) {
      renderer.animate(seconds);
    }
  }

  /** Draws these bars in every view from now on; they are taken as they are now. */
  void show(Capsules shown) {
    var pass = barPass;
    if (pass == null) {
      pass = new CapsulePass(renderer);
      barPass = pass;
    }
    pass.upload(shown);
    bars = shown;
  }

  /** Draws no bars. */
  void hideBars() {
    bars = null;
  }

  private void drawBars(RenderTarget target, DrawView view) {
    var pass = barPass;
    var shown = bars;
    if (pass != null && shown != null) {
      pass.draw(target, view, shown);
    }
  }

  /** What draws the scene. */
  public SceneRenderer renderer() {
    return renderer;
  }

  /**
   * Draws a view; tiles give what the mode leaves to them.
   *
   * @param nearBox what the device draws itself in Hybrid; null in the other modes
   */
  public void draw(
      RenderTarget target, DrawView view, Mode mode, TileLayer tiles, @Nullable ClipBox nearBox) {
    switch (mode) {
      case LOCAL -> renderer.draw(target, view, ALL.withDetail(detail(Detail.VIEW)));
      case HYBRID -> {
        renderer.draw(target, view, STATIC.withClip(nearBox).withDetail(besideTiles()));
        tiles.draw(target, view, mode);
        renderer.drawSkyAt(target, view, TileCompositor.SKY_DEPTH);
        drawMovables(target, view);
      }
      case EDGE -> {
        target.bind();
        target.clear();
        tiles.draw(target, view, mode);
        renderer.drawSkyAt(target, view, TileCompositor.SKY_DEPTH);
        drawMovables(target, view);
      }
    }
    drawBars(target, view);
  }

  /**
   * Draws a part of a Local picture that is drawn in several.
   *
   * @param pass of {@link Detail#pass}
   */
  void drawPart(RenderTarget target, DrawView view, int pass) {
    renderer.draw(target, view, ALL.withDetail(detail(pass)));
    drawBars(target, view);
  }

  /**
   * Draws both eyes' views, in one pass where the target has one.
   *
   * @param left of the same near plane and size as {@code right}
   * @param nearBox as for one view; the same for both eyes
   */
  public void draw(
      StereoTarget target,
      DrawView left,
      DrawView right,
      Mode mode,
      TileLayer tiles,
      @Nullable ClipBox nearBox) {
    if (!target.isOnePass()) {
      draw(target.left(), left, mode, tiles, nearBox);
      draw(target.right(), right, mode, tiles, nearBox);
      return;
    }
    if (mode == Mode.LOCAL) {
      renderer.draw(target, left, right, ALL.withDetail(detail(Detail.VIEW)));
    } else {
      drawTiles(target, left, right, mode, tiles, nearBox);
    }
    drawBars(target.left(), left);
    drawBars(target.right(), right);
  }

  private void drawTiles(
      StereoTarget target,
      DrawView left,
      DrawView right,
      Mode mode,
      TileLayer tiles,
      @Nullable ClipBox nearBox) {
    if (mode == Mode.HYBRID) {
      renderer.draw(target, left, right, STATIC.withClip(nearBox).withDetail(besideTiles()));
    } else {
      target.clear();
    }
    tiles.draw(target, left, right, mode);
    renderer.drawSkyAt(target, left, right, TileCompositor.SKY_DEPTH);
    if (hasMovables) {
      shadows.draw(target, left, right);
      renderer.draw(target, left, right, MOVABLES.withDetail(besideTiles()));
    }
  }

  /** Draws from so far away that every material is in view. */
  void warmUp(RenderTarget target, Mode mode) {
    var view = viewOfAll(target.width(), target.height());
    draw(target, view, mode, TileLayer.NONE, boxOfAll(mode));
    target.resolve();
  }

  /** The same for both eyes. */
  void warmUp(StereoTarget target, Mode mode) {
    var view = viewOfAll(target.width(), target.height());
    draw(target, view, view, mode, TileLayer.NONE, boxOfAll(mode));
    target.resolve();
  }

  private DrawView viewOfAll(int width, int height) {
    var far = centre().add(0, 0, 2 * reach());
    var projection = DrawView.projection(Math.toRadians(90), 1, Views.NEAR);
    return new DrawView(new Matrix4f(), far, projection, Views.NEAR, width, height);
  }

  private @Nullable ClipBox boxOfAll(Mode mode) {
    return mode == Mode.HYBRID ? new ClipBox(centre(), 2 * reach()) : null;
  }

  private Vector3d centre() {
    var all = renderer.scene().bounds();
    return new Vector3d(
        (all.minX() + all.maxX()) / 2,
        (all.minY() + all.maxY()) / 2,
        (all.minZ() + all.maxZ()) / 2);
  }

  private double reach() {
    var all = renderer.scene().bounds();
    double across = Math.hypot(all.maxX() - all.minX(), all.maxZ() - all.minZ());
    return Math.max(1, across) + all.maxY() - all.minY();
  }

  /** Draws what moves, and its shadows, over what the target holds. */
  void drawMovables(RenderTarget target, DrawView view) {
    if (hasMovables) {
      shadows.draw(target, view);
      renderer.draw(target, view, MOVABLES.withDetail(besideTiles()));
    }
  }

  @Override
  public void close() {
    if (levels != null) {
      levels.close();
    }
    if (barPass != null) {
      barPass.close();
    }
    shadows.close();
    renderer.close();
  }
}
