package org.saccade.render.panorama;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.gpu.Buffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.VertexArray;

/** Collects ranges of quads and draws them with one call. Frame thread; of fixed size. */
final class QuadCalls {
  private static final int MOST_CALLS = 4096;

  private final VertexArray array;
  private final IntBuffer counts;
  private final IntBuffer bases;
  private final PointerBuffer firsts;
  private int size;

  QuadCalls(GpuScope gpu, Buffer vertices, int mostQuads) {
    counts = MemoryUtil.memAllocInt(MOST_CALLS);
    bases = MemoryUtil.memAllocInt(MOST_CALLS);
    firsts = MemoryUtil.memCallocPointer(MOST_CALLS);
    gpu.own(this::free);
    array =
        gpu.vertexArray()
            .buffer(0, vertices, 0, QuadVertices.VERTEX_BYTES)
            .attribute(0, 0, 4, GL_FLOAT, false, 0)
            .integers(1, 0, 4, GL_SHORT, 16)
            .indices(indices(gpu, mostQuads));
  }

  private static Buffer indices(GpuScope gpu, int quads) {
    var bytes = MemoryUtil.memAlloc(quads * 6 * Short.BYTES);
    try {
      ShortBuffer indices = bytes.asShortBuffer();
      for (int quad = 0; quad < quads; quad++) {
        int first = 4 * quad;
        indices.put((short) first).put((short) (first + 2)).put((short) (first + 1));
        indices.put((short) (first + 1)).put((short) (first + 2)).put((short) (first + 3));
      }
      return gpu.buffer(bytes);
    } finally {
      MemoryUtil.memFree(bytes);
    }
  }

  private void free() {
    MemoryUtil.memFree(counts);
    MemoryUtil.memFree(bases);
    MemoryUtil.memFree(firsts);
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** Adds quads that follow each other in the vertex buffer. */
  void add(int firstQuad, int quadCount) {
    if (quadCount > 0 && size < MOST_CALLS) {
      counts.put(size, 6 * quadCount);
      bases.put(size++, 4 * firstQuad);
    }
  }

  /** Draws what was added with the program in use. */
  void draw() {
    if (size == 0) {
      return;
    }
    array.bind();
    nglMultiDrawElementsBaseVertex(
        GL_TRIANGLES,
        MemoryUtil.memAddress(counts),
        GL_UNSIGNED_SHORT,
        MemoryUtil.memAddress(firsts),
        size,
        MemoryUtil.memAddress(bases));
  }
}
