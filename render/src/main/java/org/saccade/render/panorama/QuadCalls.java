package org.saccade.render.panorama;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.gpu.Buffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.VertexArray;

/** Collects ranges of quads and draws them with one call. Frame thread; of fixed size. */
final class QuadCalls {
  /** Bits of who sees quads. */
  static final int FIRST_EYE = 1;

  static final int OTHER_EYE = 2;

  private static final int MOST_CALLS = 4096;

  private static final int COMMAND_BYTES = 20;
  private static final int MOST_COMMANDS = 4 * MOST_CALLS;

  private final VertexArray array;
  private final VertexArray arrayOfEyes;
  private final Buffer commands;
  private final long written = MemoryUtil.nmemAllocChecked((long) MOST_CALLS * COMMAND_BYTES);
  private final IntBuffer counts;
  private final IntBuffer bases;
  private final byte[] eyes = new byte[MOST_CALLS];
  private final PointerBuffer firsts;
  private int size;
  private int commandsOfFrame;

  QuadCalls(GpuScope gpu, Buffer vertices, int mostQuads) {
    counts = MemoryUtil.memAllocInt(MOST_CALLS);
    bases = MemoryUtil.memAllocInt(MOST_CALLS);
    firsts = MemoryUtil.memCallocPointer(MOST_CALLS);
    gpu.own(this::free);
    commands = gpu.dynamicBuffer((long) MOST_COMMANDS * COMMAND_BYTES);
    Buffer indices = indices(gpu, mostQuads);
    array = array(gpu, vertices, indices);
    arrayOfEyes =
        array(gpu, vertices, indices)
            .buffer(1, eyeNumbers(gpu), 0, Integer.BYTES)
            .integers(2, 1, 1, GL_INT, 0)
            .divisor(1, 1);
  }

  private static VertexArray array(GpuScope gpu, Buffer vertices, Buffer indices) {
    return gpu.vertexArray()
        .buffer(0, vertices, 0, QuadVertices.VERTEX_BYTES)
        .attribute(0, 0, 4, GL_FLOAT, false, 0)
        .integers(1, 0, 4, GL_SHORT, 16)
        .indices(indices);
  }

  /** A number an instance: the first eye's, then the other's. */
  private static Buffer eyeNumbers(GpuScope gpu) {
    try (var stack = MemoryStack.stackPush()) {
      return gpu.buffer(stack.malloc(2 * Integer.BYTES).putInt(0, 0).putInt(Integer.BYTES, 1));
    }
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
    MemoryUtil.nmemFree(written);
  }

  /** Starts a frame: what {@link #drawBoth} wrote for the last one is no longer needed. */
  void beginFrame() {
    commandsOfFrame = 0;
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** Adds quads that follow each other in the vertex buffer, for the eyes that see them. */
  void add(int firstQuad, int quadCount, int seenBy) {
    if (quadCount > 0 && size < MOST_CALLS) {
      eyes[size] = (byte) seenBy;
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

  /**
   * Draws what was added for those eyes that see it. No other multi-draw than an indirect one has
   * instances; where they begin says which eye is first.
   */
  void drawBoth() {
    int drawn = Math.min(size, MOST_COMMANDS - commandsOfFrame);
    if (drawn == 0) {
      return;
    }
    for (int i = 0; i < drawn; i++) {
      long at = written + (long) i * COMMAND_BYTES;
      MemoryUtil.memPutInt(at, counts.get(i));
      MemoryUtil.memPutInt(at + 4, Integer.bitCount(eyes[i]));
      MemoryUtil.memPutInt(at + 8, 0);
      MemoryUtil.memPutInt(at + 12, bases.get(i));
      MemoryUtil.memPutInt(at + 16, eyes[i] == OTHER_EYE ? 1 : 0);
    }
    long first = (long) commandsOfFrame * COMMAND_BYTES;
    nglNamedBufferSubData(commands.name(), first, (long) drawn * COMMAND_BYTES, written);
    commandsOfFrame += drawn;
    arrayOfEyes.bind();
    commands.bindIndirect();
    glMultiDrawElementsIndirect(GL_TRIANGLES, GL_UNSIGNED_SHORT, first, drawn, COMMAND_BYTES);
  }
}
