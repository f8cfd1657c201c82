package org.saccade.render.pass;

/**
 * Lets movables cast shadows on a picture that has none of theirs: drawn after static things (local
 * or composed of tiles) and before the movables. Belongs to the renderer's thread.
 */
public final class MovableShadowPass implements AutoCloseable {
  private final SceneRenderer renderer;

  public MovableShadowPass(SceneRenderer renderer) {
    this.renderer = renderer;
  }

  /** Darkens what the movables, where {@link SceneRenderer#animate} left them, shade. */
  public void draw(RenderTarget target, DrawView view) {
    renderer.scene();
  }

  @Override
  public void close() {}
}
