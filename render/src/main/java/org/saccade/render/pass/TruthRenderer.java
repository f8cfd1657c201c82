package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import org.joml.Matrix4f;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;
import org.saccade.render.gpu.TextureFormat;
import org.saccade.render.gpu.VertexArray;

/**
 * Draws what a picture should be: 4x4 samples a pixel, box-filtered in linear light, then
 * tone-mapped. Slow: it draws the scene in parts of at most 400 pixels a side, each at four times
 * the size. Belongs to the renderer's thread.
 */
public final class TruthRenderer implements AutoCloseable {
  private static final int FINER = 4;
  private static final int PART = 400;

  private final GpuScope gpu = new GpuScope("truth renderer");
  private final SceneRenderer renderer;
  private final RenderTarget fine;
  private final Program filter;
  private final VertexArray nothing;

  public TruthRenderer(SceneRenderer renderer) {
    this.renderer = renderer;
    fine = new RenderTarget(PART * FINER, PART * FINER, TextureFormat.RGBA16F, AntiAliasing.NONE);
    gpu.own(fine::close);
    filter = gpu.program("screen.vert", "truth.frag");
    nothing = gpu.vertexArray();
  }

  /**
   * Draws the truth into a target without anti-aliasing of its own; its colour becomes
   * display-referred, its depth that of a sample near each pixel's middle.
   */
  public void draw(RenderTarget target, DrawView view, DrawOptions.Content content) {
    draw(target, view, content, () -> {});
  }

  /**
   * The same.
   *
   * @param beforePart runs before each part; what it throws ends the drawing
   */
  public void draw(
      RenderTarget target, DrawView view, DrawOptions.Content content, Runnable beforePart) {
    if (target.antiAliasing() != AntiAliasing.NONE) {
      throw new IllegalArgumentException(
          "the truth's target has anti-aliasing %s; expected NONE"
              .formatted(target.antiAliasing()));
    }
    DrawOptions options =
        DrawOptions.everything().withContent(content).withOutput(DrawOptions.Output.LINEAR);
    for (int y = 0; y < view.height(); y += PART) {
      for (int x = 0; x < view.width(); x += PART) {
        beforePart.run();
        renderer.draw(fine, part(view, x, y), options);
        filter(target, x, y);
      }
    }
  }

  /** The view of the part whose lower left pixel is (x, y); it may reach beyond the picture. */
  private static DrawView part(DrawView view, int x, int y) {
    float scaleX = (float) view.width() / PART;
    float scaleY = (float) view.height() / PART;
    float middleX = 2 * (x + PART * 0.5f) / view.width() - 1;
    float middleY = 2 * (y + PART * 0.5f) / view.height() - 1;
    Matrix4f projection =
        new Matrix4f()
            .m00(scaleX)
            .m11(scaleY)
            .m30(-middleX * scaleX)
            .m31(-middleY * scaleY)
            .mul(new Matrix4f(view.projection()));
    return new DrawView(
        view.rotation(), view.eye(), projection, view.near(), PART * FINER, PART * FINER);
  }

  private void filter(RenderTarget target, int x, int y) {
    target.bind();
    glViewport(x, y, PART, PART);
    glEnable(GL_SCISSOR_TEST);
    glScissor(x, y, PART, PART);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_ALWAYS);
    glDepthMask(true);
    glDisable(GL_BLEND);
    fine.colour().bind(0);
    fine.depth().bind(1);
    filter.set("corner", x, y).use();
    nothing.bind();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_SCISSOR_TEST);
    glDepthFunc(GL_GREATER);
  }

  @Override
  public void close() {
    gpu.close();
  }
}
