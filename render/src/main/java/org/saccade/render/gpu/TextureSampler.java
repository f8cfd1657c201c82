package org.saccade.render.gpu;

import static org.lwjgl.opengl.GL45C.*;

/**
 * How textures are read through one unit, instead of as they say themselves; its {@link GpuScope}
 * deletes it.
 *
 * @param name GL's name
 */
public record TextureSampler(int name) {

  /** Reads unit {@code unit} this way. */
  public void bind(int unit) {
    glBindSampler(unit, name);
  }

  /** Reads unit {@code unit} as its texture says. */
  public static void unbind(int unit) {
    glBindSampler(unit, 0);
  }

  /** Sets one of GL's whole-numbered parameters. */
  public TextureSampler set(int parameter, int value) {
    glSamplerParameteri(name, parameter, value);
    return this;
  }

  /** Sets one of GL's real parameters. */
  public TextureSampler set(int parameter, float value) {
    glSamplerParameterf(name, parameter, value);
    return this;
  }
}
