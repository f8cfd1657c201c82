package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import org.joml.Matrix4fc;
import org.lwjgl.BufferUtils;
import org.saccade.render.gpu.Framebuffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.Program;
import org.saccade.render.gpu.VertexArray;
import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;

/**
 * The part of a view that no lens shows: depth is put on the near plane there after clearing, so
 * that nothing else is drawn. Belongs to the context's thread; its {@link GpuScope} deletes it.
 */
public final class HiddenArea {
  private final Program program;
  private final VertexArray triangles;
  private final int indexCount;

  /**
   * @param tangents x and y of each vertex, one metre along the view's axis
   * @param indices three a triangle
   * @param projection of the view
   */
  public HiddenArea(GpuScope gpu, Floats tangents, Ints indices, Matrix4fc projection) {
    indexCount = indices.size();
    program = gpu.program("hidden.vert", "hidden.frag");
    program.set(
        "projection", projection.m00(), projection.m11(), projection.m20(), projection.m21());
    triangles =
        gpu.vertexArray()
            .buffer(0, gpu.buffer(bytes(tangents)), 0, 8)
            .attribute(0, 0, 2, GL_FLOAT, false, 0)
            .indices(gpu.buffer(bytes(indices)));
  }

  private static ByteBuffer bytes(Floats from) {
    var to = BufferUtils.createByteBuffer(4 * from.size());
    for (int i = 0; i < from.size(); i++) {
      to.putFloat(from.get(i));
    }
    return to.flip();
  }

  private static ByteBuffer bytes(Ints from) {
    var to = BufferUtils.createByteBuffer(4 * from.size());
    for (int i = 0; i < from.size(); i++) {
      to.putInt(from.get(i));
    }
    return to.flip();
  }

  /** Hides it in what was just cleared. */
  void draw(Framebuffer target) {
    target.bind();
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_ALWAYS);
    glDepthMask(true);
    glColorMask(false, false, false, false);
    program.use();
    triangles.bind();
    glDrawElements(GL_TRIANGLES, indexCount, GL_UNSIGNED_INT, 0);
    glColorMask(true, true, true, true);
    glDepthFunc(GL_GREATER);
  }
}
