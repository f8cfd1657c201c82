package org.saccade.client.run;

import static org.lwjgl.opengl.GL45C.*;

import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;
import org.saccade.render.gpu.VertexArray;
import org.saccade.xr.Fov;

/**
 * Darkens the rim of a finished picture; nothing is drawn while it need not. Its program is made
 * with it, for the first glide must not wait for a shader. Frame thread.
 */
final class VignettePass {
  private final Program program;
  private final VertexArray nothing;

  VignettePass(GpuScope gpu) {
    program = gpu.program("screen.vert", "vignette.frag");
    nothing = gpu.vertexArray();
  }

  /** Darkens it by a strength from 0 (not at all) to 1 (all but the middle is black). */
  void draw(Framebuffer over, Fov fov, float strength) {
    if (strength <= 0) {
      return;
    }
    over.bind();
    glDisable(GL_DEPTH_TEST);
    glDepthMask(false);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
    program
        .set("span", tan(fov.left()), tan(fov.right()), tan(fov.down()), tan(fov.up()))
        .set("strength", Math.min(1, strength))
        .use();
    nothing.bind();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_BLEND);
  }

  private static float tan(float angle) {
    return (float) Math.tan(angle);
  }
}
