package org.saccade.render.pass;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.lwjgl.BufferUtils;
import org.saccade.render.gpu.Texture;

/** A picture read back, first row at the top. */
final class Picture {
  private final int width;
  private final int height;
  private final ByteBuffer texels;

  private Picture(Texture texture) {
    width = texture.width();
    height = texture.height();
    texels = BufferUtils.createByteBuffer(width * height * 4);
    texture.read(texels);
  }

  static Picture of(RenderTarget target) {
    target.resolve();
    return new Picture(target.colour());
  }

  /** The depth at a place, as {@code near / distance}. */
  static float depth(RenderTarget target, int x, int y) {
    target.resolve();
    var depths = BufferUtils.createByteBuffer(target.width() * target.height() * 4);
    target.depth().read(depths);
    return depths.getFloat(4 * ((target.height() - 1 - y) * target.width() + x));
  }

  private int at(int x, int y, int channel) {
    return texels.get(4 * ((height - 1 - y) * width + x) + channel) & 255;
  }

  int red(int x, int y) {
    return at(x, y, 0);
  }

  int green(int x, int y) {
    return at(x, y, 1);
  }

  int blue(int x, int y) {
    return at(x, y, 2);
  }

  int brightness(int x, int y) {
    return (red(x, y) + green(x, y) + blue(x, y)) / 3;
  }

  void save(Path file) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, red(x, y) << 16 | green(x, y) << 8 | blue(x, y));
      }
    }
    try {
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
