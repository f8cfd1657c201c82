package org.saccade.render.gpu;

import static org.lwjgl.opengl.GL45C.*;

/**
 * Something to draw into; its {@link GpuScope} deletes it, but not its textures.
 *
 * @param name GL's name; 0 is the window
 */
public record Framebuffer(int name, int width, int height) {

  /** A window's own framebuffer of the given size in pixels. */
  public static Framebuffer ofWindow(int width, int height) {
    return new Framebuffer(0, width, height);
  }

  /** Makes it the one draws write, over its whole size. */
  public void bind() {
    glBindFramebuffer(GL_FRAMEBUFFER, name);
    glViewport(0, 0, width, height);
  }

  /** Copies colour over the whole of {@code target}, filtered when sizes differ. */
  public void blitColour(Framebuffer target) {
    boolean isSameSize = width == target.width && height == target.height;
    glBlitNamedFramebuffer(
        name,
        target.name,
        0,
        0,
        width,
        height,
        0,
        0,
        target.width,
        target.height,
        GL_COLOR_BUFFER_BIT,
        isSameSize ? GL_NEAREST : GL_LINEAR);
  }

  /** Copies depth to a target of the same size. */
  public void blitDepth(Framebuffer target) {
    glBlitNamedFramebuffer(
        name,
        target.name,
        0,
        0,
        width,
        height,
        0,
        0,
        target.width,
        target.height,
        GL_DEPTH_BUFFER_BIT,
        GL_NEAREST);
  }
}
