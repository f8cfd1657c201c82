package org.saccade.render.gpu;

import static org.lwjgl.opengl.GL45C.*;

/** The texel formats Saccade uses, with what an upload of them is called in GL. */
public enum TextureFormat {
  R8(GL_R8, GL_RED, GL_UNSIGNED_BYTE, 1),
  RGBA8(GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, 4),
  SRGB8_ALPHA8(GL_SRGB8_ALPHA8, GL_RGBA, GL_UNSIGNED_BYTE, 4),
  R16F(GL_R16F, GL_RED, GL_HALF_FLOAT, 2),
  R32F(GL_R32F, GL_RED, GL_FLOAT, 4),
  RGBA16F(GL_RGBA16F, GL_RGBA, GL_HALF_FLOAT, 8),
  RGBA32F(GL_RGBA32F, GL_RGBA, GL_FLOAT, 16),
  DEPTH32F(GL_DEPTH_COMPONENT32F, GL_DEPTH_COMPONENT, GL_FLOAT, 4);

  private final int internal;
  private final int format;
  private final int type;
  private final int texelBytes;

  TextureFormat(int internal, int format, int type, int texelBytes) {
    this.internal = internal;
    this.format = format;
    this.type = type;
    this.texelBytes = texelBytes;
  }

  /** GL's sized internal format. */
  public int internal() {
    return internal;
  }

  /** GL's client format. */
  public int format() {
    return format;
  }

  /** GL's client component type. */
  public int type() {
    return type;
  }

  /** Bytes a texel takes in an upload. */
  public int texelBytes() {
    return texelBytes;
  }

  /** Whether texels are depths. */
  public boolean isDepth() {
    return this == DEPTH32F;
  }
}
