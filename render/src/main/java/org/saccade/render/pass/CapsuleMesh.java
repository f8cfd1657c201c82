package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.VertexArray;

/**
 * A ball cut in two halves, with a band between: {@code capsule.vert} pulls the halves to a bar's
 * ends. A vertex is its normal, along +Z for the far half, and which half it is of.
 */
final class CapsuleMesh {
  private static final int SLICES = 12;
  private static final int RINGS = 4;
  private static final int ROWS = 2 * (RINGS + 1);
  private static final int VERTEX_BYTES = 16;

  private final VertexArray array;

  CapsuleMesh(GpuScope gpu) {
    try (var stack = MemoryStack.stackPush()) {
      var indices = stack.malloc(Short.BYTES * indexCount());
      fill(indices);
      array = gpu.vertexArray().indices(gpu.buffer(indices.flip()));
    }
    ByteBuffer vertices = MemoryUtil.memAlloc(ROWS * (SLICES + 1) * VERTEX_BYTES);
    try {
      put(vertices);
      array
          .buffer(0, gpu.buffer(vertices.flip()), 0, VERTEX_BYTES)
          .attribute(0, 0, 4, GL_FLOAT, false, 0);
    } finally {
      MemoryUtil.memFree(vertices);
    }
  }

  private static void put(ByteBuffer vertices) {
    for (int row = 0; row < ROWS; row++) {
      int end = row <= RINGS ? 0 : 1;
      int ring = end == 0 ? row : row - 1; // the band's two rows are both at the equator
      double height = Math.PI * (ring - RINGS) / (2 * RINGS);
      for (int slice = 0; slice <= SLICES; slice++) {
        double around = 2 * Math.PI * slice / SLICES;
        vertices
            .putFloat((float) (Math.cos(height) * Math.cos(around)))
            .putFloat((float) (Math.cos(height) * Math.sin(around)))
            .putFloat((float) Math.sin(height))
            .putFloat(end);
      }
    }
  }

  private static void fill(ByteBuffer indices) {
    for (int row = 0; row + 1 < ROWS; row++) {
      for (int slice = 0; slice < SLICES; slice++) {
        int low = row * (SLICES + 1) + slice;
        int high = low + SLICES + 1;
        indices.putShort((short) low).putShort((short) (low + 1)).putShort((short) high);
        indices.putShort((short) (low + 1)).putShort((short) (high + 1)).putShort((short) high);
      }
    }
  }

  /** Indices of a bar, each a short. */
  static int indexCount() {
    return 6 * (ROWS - 1) * SLICES;
  }

  VertexArray array() {
    return array;
  }
}
