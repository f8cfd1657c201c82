package org.saccade.offload.edge;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.panorama.TileBaker;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.Cell;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;
import org.saccade.render.tile.Shell;
import org.saccade.render.window.OffscreenContext;

/** Tiles baked from a scene, in a GL context of their own. Bake thread. */
public final class SceneTiles implements TileSource {
  /** Raised when the baker draws differently: it is part of every recipe's look. */
  private static final String BAKER = "saccade baker 16";

  private final OffscreenContext context;
  private final Scene scene;
  private final Recipe recipe;
  private final TileBaker baker;

  private SceneTiles(OffscreenContext context, Scene scene, Recipe recipe) {
    this.context = context;
    this.scene = scene;
    this.recipe = recipe;
    this.baker = new TileBaker(scene, recipe, JpegCodec.best());
  }

  /**
   * Loads the scene and opens the context on the thread that opens the source.
   *
   * @param scene gives the scene; may load it, or share one that is loaded
   */
  public static Opener opener(Callable<Scene> scene, int maxLevel, int jpegQuality) {
    return () -> {
      Scene loaded = scene.call();
      Recipe recipe = recipe(loaded, maxLevel, jpegQuality);
      OffscreenContext context = OffscreenContext.createApart();
      try {
        return new SceneTiles(context, loaded, recipe);
      } catch (RuntimeException e) {
        context.close();
        throw e;
      }
    };
  }

  /** How an edge of this build makes the scene's tiles. Lights and sky are in the scene's file. */
  public static Recipe recipe(Scene scene, int maxLevel, int jpegQuality) {
    Fingerprint look =
        Fingerprint.sha256(
            BAKER.getBytes(StandardCharsets.UTF_8),
            scene.fingerprint().hex().getBytes(StandardCharsets.UTF_8));
    return Recipe.standard(scene.environment().exposure(), look, maxLevel, jpegQuality);
  }

  @Override
  public String sceneName() {
    return scene.name();
  }

  @Override
  public Fingerprint scene() {
    return scene.fingerprint();
  }

  @Override
  public Recipe recipe() {
    return recipe;
  }

  @Override
  public void bakeFace(Shell shell, Cell cell, Face face, Sink sink) {
    baker.bakeFace(shell, cell, face, sink::accept);
  }

  @Override
  public void bakeDraft(Shell shell, Cell cell, Face face, Sink sink) {
    baker.bakeDraft(shell, cell, face, sink::accept);
  }

  @Override
  public void close() {
    baker.close();
    context.close();
  }
}
