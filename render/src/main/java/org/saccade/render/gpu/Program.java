package org.saccade.render.gpu;

import static org.lwjgl.opengl.GL45C.*;

import java.util.HashMap;
import java.util.Map;
import org.joml.Matrix3fc;
import org.joml.Matrix4fc;
import org.joml.Vector3fc;
import org.joml.Vector4fc;
import org.lwjgl.system.MemoryStack;

/**
 * A linked GL program with its uniform locations; its {@link GpuScope} deletes it. Setting a
 * uniform the linker removed does nothing. Used on the context's thread only.
 */
public final class Program {
  private final int name;
  private final Map<String, Integer> locations = new HashMap<>();

  Program(int name) {
    this.name = name;
    int count = glGetProgrami(name, GL_ACTIVE_UNIFORMS);
    for (int i = 0; i < count; i++) {
      var uniform = glGetActiveUniformName(name, i);
      locations.put(uniform, glGetUniformLocation(name, uniform));
    }
  }

  /** GL's name. */
  public int name() {
    return name;
  }

  /** Makes it the one draws and dispatches use. */
  public void use() {
    glUseProgram(name);
  }

  /** GL's location of a uniform, or -1. */
  public int location(String uniform) {
    Integer known = locations.get(uniform);
    if (known == null) {
      known = glGetUniformLocation(name, uniform);
      locations.put(uniform, known);
    }
    return known;
  }

  public Program set(String uniform, int value) {
    glProgramUniform1i(name, location(uniform), value);
    return this;
  }

  public Program set(String uniform, int x, int y) {
    glProgramUniform2i(name, location(uniform), x, y);
    return this;
  }

  public Program set(String uniform, float value) {
    glProgramUniform1f(name, location(uniform), value);
    return this;
  }

  public Program set(String uniform, float x, float y) {
    glProgramUniform2f(name, location(uniform), x, y);
    return this;
  }

  public Program set(String uniform, float x, float y, float z) {
    glProgramUniform3f(name, location(uniform), x, y, z);
    return this;
  }

  public Program set(String uniform, Vector3fc value) {
    return set(uniform, value.x(), value.y(), value.z());
  }

  public Program set(String uniform, Vector4fc value) {
    return set(uniform, value.x(), value.y(), value.z(), value.w());
  }

  public Program set(String uniform, float x, float y, float z, float w) {
    glProgramUniform4f(name, location(uniform), x, y, z, w);
    return this;
  }

  public Program set(String uniform, Matrix4fc value) {
    try (var stack = MemoryStack.stackPush()) {
      long at = stack.nmalloc(16 * Float.BYTES); // without a buffer object around it
      value.getToAddress(at);
      nglProgramUniformMatrix4fv(name, location(uniform), 1, false, at);
    }
    return this;
  }

  public Program set(String uniform, Matrix3fc value) {
    try (var stack = MemoryStack.stackPush()) {
      long at = stack.nmalloc(9 * Float.BYTES);
      value.getToAddress(at);
      nglProgramUniformMatrix3fv(name, location(uniform), 1, false, at);
    }
    return this;
  }
}
