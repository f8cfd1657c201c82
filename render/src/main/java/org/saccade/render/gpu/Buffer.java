package org.saccade.render.gpu;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A GPU buffer of fixed size; its {@link GpuScope} deletes it. Used on the context's thread only.
 *
 * @param name GL's name
 * @param bytes its size
 * @param mapped the persistent coherent mapping, when it was made with one
 */
public record Buffer(int name, long bytes, @Nullable ByteBuffer mapped) {

  /** Replaces bytes from {@code offset}; the buffer was made dynamic. */
  public void write(long offset, ByteBuffer data) {
    if (offset + data.remaining() > bytes) {
      throw new IllegalArgumentException(
          "buffer write of %d bytes at %d exceeds its %d bytes"
              .formatted(data.remaining(), offset, bytes));
    }
    glNamedBufferSubData(name, offset, data);
  }

  /** Makes it the shader storage block {@code binding}. */
  public void bindStorage(int binding) {
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, binding, name);
  }

  /** Makes it the uniform block {@code binding}. */
  public void bindUniform(int binding) {
    glBindBufferBase(GL_UNIFORM_BUFFER, binding, name);
  }

  /** Makes it what multi-draw-indirect calls read. */
  public void bindIndirect() {
    glBindBuffer(GL_DRAW_INDIRECT_BUFFER, name);
  }
}
