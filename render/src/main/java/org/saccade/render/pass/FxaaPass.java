package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;
import org.saccade.render.gpu.Texture;
import org.saccade.render.gpu.VertexArray;

/** Smooths edges of a finished picture by blending along them. Belongs to the context's thread. */
final class FxaaPass {
  private final Program program;
  private final VertexArray nothing;

  FxaaPass(GpuScope gpu) {
    program = gpu.program("screen.vert", "fxaa.frag");
    nothing = gpu.vertexArray();
  }

  void apply(Texture source, Framebuffer target) {
    target.bind();
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glDepthMask(false);
    source.bind(0);
    program.use();
    nothing.bind();
    glDrawArrays(GL_TRIANGLES, 0, 3);
  }
}
