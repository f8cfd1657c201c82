package org.saccade.render.gpu;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;

/**
 * An immutable-storage texture; its {@link GpuScope} deletes it. Used on the context's thread only.
 *
 * @param name GL's name
 * @param target GL's target, such as {@code GL_TEXTURE_2D_ARRAY}
 * @param layers 1 unless it is an array
 * @param levels mip levels
 */
public record Texture(
    int name, int target, int width, int height, int layers, int levels, TextureFormat format) {

  /** Makes it the texture of {@code unit}. */
  public void bind(int unit) {
    glBindTextureUnit(unit, name);
  }

  /** Replaces level 0 with tightly packed texels of {@link #format()}, first row first. */
  public void upload(ByteBuffer texels) {
    uploadPart(0, 0, width, height, texels);
  }

  /** Replaces a rectangle of level 0. */
  public void uploadPart(int x, int y, int partWidth, int partHeight, ByteBuffer texels) {
    requireBytes(texels, (long) partWidth * partHeight * format.texelBytes());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTextureSubImage2D(
        name, 0, x, y, partWidth, partHeight, format.format(), format.type(), texels);
  }

  /** Replaces a whole layer's level 0 of an array. */
  public void uploadLayer(int layer, ByteBuffer texels) {
    requireBytes(texels, (long) width * height * format.texelBytes());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTextureSubImage3D(
        name, 0, 0, 0, layer, width, height, 1, format.format(), format.type(), texels);
  }

  /** Reads level 0 back into {@code texels}; waits for the GPU. */
  public void read(ByteBuffer texels) {
    requireBytes(texels, (long) width * height * layers * format.texelBytes());
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glGetTextureImage(name, 0, format.format(), format.type(), texels);
  }

  /** Fills the smaller levels from level 0. */
  public void generateMipmap() {
    glGenerateTextureMipmap(name);
  }

  /** Sets GL's minification and magnification filters. */
  public Texture filter(int minify, int magnify) {
    glTextureParameteri(name, GL_TEXTURE_MIN_FILTER, minify);
    glTextureParameteri(name, GL_TEXTURE_MAG_FILTER, magnify);
    return this;
  }

  /** Sets GL's wrap mode on every axis. */
  public Texture wrap(int mode) {
    glTextureParameteri(name, GL_TEXTURE_WRAP_S, mode);
    glTextureParameteri(name, GL_TEXTURE_WRAP_T, mode);
    return this;
  }

  /** Bytes of level 0. */
  public long bytes() {
    return (long) width * height * layers * format.texelBytes();
  }

  private static void requireBytes(ByteBuffer texels, long needed) {
    if (texels.remaining() < needed) {
      throw new IllegalArgumentException(
          "texture transfer needs %d bytes, the buffer has %d"
              .formatted(needed, texels.remaining()));
    }
  }
}
