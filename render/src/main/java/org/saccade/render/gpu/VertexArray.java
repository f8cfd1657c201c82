package org.saccade.render.gpu;

import static org.lwjgl.opengl.GL45C.*;

/**
 * Where vertex attributes come from; its {@link GpuScope} deletes it.
 *
 * @param name GL's name
 */
public record VertexArray(int name) {

  /** Feeds the attributes bound to {@code binding} from {@code buffer}. */
  public VertexArray buffer(int binding, Buffer buffer, long offset, int stride) {
    glVertexArrayVertexBuffer(name, binding, buffer.name(), offset, stride);
    return this;
  }

  /** Attribute {@code index} is {@code components} values of {@code type} from {@code binding}. */
  public VertexArray attribute(
      int index, int binding, int components, int type, boolean isNormalised, int offset) {
    glEnableVertexArrayAttrib(name, index);
    glVertexArrayAttribFormat(name, index, components, type, isNormalised, offset);
    glVertexArrayAttribBinding(name, index, binding);
    return this;
  }

  /** Attribute {@code index} is whole numbers of {@code type}, not converted to float. */
  public VertexArray integers(int index, int binding, int components, int type, int offset) {
    glEnableVertexArrayAttrib(name, index);
    glVertexArrayAttribIFormat(name, index, components, type, offset);
    glVertexArrayAttribBinding(name, index, binding);
    return this;
  }

  /** Attributes of {@code binding} advance once every {@code divisor} instances. */
  public VertexArray divisor(int binding, int divisor) {
    glVertexArrayBindingDivisor(name, binding, divisor);
    return this;
  }

  /** Indices come from {@code buffer}. */
  public VertexArray indices(Buffer buffer) {
    glVertexArrayElementBuffer(name, buffer.name());
    return this;
  }

  /** Makes it the one draws use. */
  public void bind() {
    glBindVertexArray(name);
  }
}
