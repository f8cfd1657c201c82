package org.saccade.render.panorama;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;
import org.saccade.render.gpu.VertexArray;
import org.saccade.render.pass.AntiAliasing;
import org.saccade.render.pass.RenderTarget;

/**
 * Reads drawn faces back at the size of their tiles. Where they were drawn finer the GPU halves
 * them, by the rule that {@link FacePyramid} keeps below, so that a quarter crosses over. Bake
 * thread.
 */
final class FaceTexels implements AutoCloseable {
  private final GpuScope gpu = new GpuScope("face texels");
  private final RenderTarget texels;
  private final Program coloured;
  private final Program colourless;
  private final VertexArray nothing;
  private final ByteBuffer bytes;

  /** For faces of so many texels, drawn that size or twice as fine. */
  FaceTexels(int faceSize, boolean isFiner) {
    texels = RenderTarget.display(faceSize, faceSize, AntiAliasing.NONE);
    gpu.own(texels::close);
    String size = isFiner ? "FINER" : "SAME_SIZE";
    coloured = gpu.program("screen.vert", "face_texels.frag", size);
    colourless = gpu.program("screen.vert", "face_texels.frag", size, "COLOURLESS");
    nothing = gpu.vertexArray();
    bytes = MemoryUtil.memAlloc(4 * faceSize * faceSize);
    gpu.own(() -> MemoryUtil.memFree(bytes));
  }

  /**
   * Takes what was drawn over; {@link #readColour} and {@link #readDepth} give it.
   *
   * @param isSkyCovered whether texels at depth 0 show the sky; else they are empty
   */
  void take(RenderTarget drawn, float near, boolean isSkyCovered) {
    take(coloured, drawn, near, isSkyCovered);
  }

  /** The same where only depth was drawn: what is covered becomes black. */
  void takeDepth(RenderTarget drawn, float near, boolean isSkyCovered) {
    take(colourless, drawn, near, isSkyCovered);
  }

  private void take(Program program, RenderTarget drawn, float near, boolean isSkyCovered) {
    texels.bind();
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_ALWAYS);
    glDepthMask(true);
    glDisable(GL_BLEND);
    drawn.colour().bind(0);
    drawn.depth().bind(1);
    program.set("near", near).set("isSkyCovered", isSkyCovered ? 1 : 0).use();
    nothing.bind();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glDepthFunc(GL_GREATER);
  }

  /** Fills the colours; 0 where nothing is. */
  void readColour(FaceImage to) {
    texels.colour().read(bytes.clear());
    bytes.asIntBuffer().get(to.rgba);
  }

  /** Fills the inverse depths. */
  void readDepth(FaceImage to, float near) {
    texels.depth().read(bytes.clear());
    bytes.asFloatBuffer().get(to.inverseDepth);
    for (int i = 0; i < to.inverseDepth.length; i++) {
      to.inverseDepth[i] /= near;
    }
  }

  @Override
  public void close() {
    gpu.close();
  }
}
