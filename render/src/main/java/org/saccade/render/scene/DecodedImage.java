package org.saccade.render.scene;

import java.nio.ByteBuffer;
import org.lwjgl.stb.STBImage;

/** Native RGBA8 pixels, top row first. One owner, who closes it once; any thread. */
public final class DecodedImage implements AutoCloseable {
  private final ByteBuffer rgba;
  private final int width;
  private final int height;

  DecodedImage(ByteBuffer rgba, int width, int height) {
    this.rgba = rgba;
    this.width = width;
    this.height = height;
  }

  /** The pixels, {@code 4 * width * height} bytes; not to be used after {@link #close}. */
  public ByteBuffer rgba() {
    return rgba;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  @Override
  public void close() {
    STBImage.stbi_image_free(rgba);
  }
}
