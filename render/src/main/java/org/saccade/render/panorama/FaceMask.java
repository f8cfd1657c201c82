package org.saccade.render.panorama;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;
import org.saccade.render.gpu.Texture;
import org.saccade.render.gpu.TextureFormat;
import org.saccade.render.gpu.VertexArray;
import org.saccade.render.pass.RenderTarget;

/** Keeps what no tile will show from being lit. Bake thread. */
final class FaceMask implements AutoCloseable {
  private final GpuScope gpu = new GpuScope("face mask");
  private final Texture mask;
  private final Program program;
  private final VertexArray nothing;
  private final ByteBuffer bytes;

  /** For faces of so many texels, drawn at a size that is a multiple of theirs. */
  FaceMask(int faceSize, int drawnSize) {
    mask = gpu.texture2d(faceSize, faceSize, 1, TextureFormat.R8).filter(GL_NEAREST, GL_NEAREST);
    program = gpu.program("screen.vert", "face_mask.frag", "SIZE " + drawnSize);
    nothing = gpu.vertexArray();
    bytes = MemoryUtil.memAlloc(faceSize * faceSize);
    gpu.own(() -> MemoryUtil.memFree(bytes));
  }

  /** Sets the depth to 1 where the face is empty; returns whether it shows anything. */
  boolean apply(FaceImage face, RenderTarget target) {
    boolean isAnyCovered = false;
    for (int i = 0; i < face.rgba.length; i++) {
      boolean isCovered = face.isCovered(i);
      isAnyCovered |= isCovered;
      bytes.put(i, (byte) (isCovered ? 255 : 0));
    }
    if (isAnyCovered) {
      mask.upload(bytes.clear());
      draw(target);
    }
    return isAnyCovered;
  }

  /** Whether the face applied last showed something there. */
  boolean isKept(int index) {
    return bytes.get(index) != 0;
  }

  private void draw(RenderTarget target) {
    target.bind();
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_ALWAYS);
    glDepthMask(true);
    glColorMask(false, false, false, false);
    mask.bind(0);
    program.use();
    nothing.bind();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glColorMask(true, true, true, true);
    glDepthFunc(GL_GREATER);
  }

  @Override
  public void close() {
    gpu.close();
  }
}
