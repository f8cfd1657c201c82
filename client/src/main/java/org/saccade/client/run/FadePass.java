package org.saccade.client.run;

import static org.lwjgl.opengl.GL45C.*;

import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;
import org.saccade.render.gpu.Texture;
import org.saccade.render.gpu.VertexArray;

/** Blends one finished picture over another. Frame thread. */
final class FadePass {
  private final Program program;
  private final VertexArray nothing;

  FadePass(GpuScope gpu) {
    program = gpu.program("screen.vert", "fade.frag");
    nothing = gpu.vertexArray();
  }

  /** Shows {@code weight} of the former picture over the target. */
  void blend(Texture former, float weight, Framebuffer target) {
    target.bind();
    glDisable(GL_DEPTH_TEST);
    glDepthMask(false);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
    former.bind(0);
    program.set("weight", weight).use();
    nothing.bind();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDisable(GL_BLEND);
  }
}
