package org.saccade.client.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.lwjgl.BufferUtils;
import org.saccade.client.Failure;
import org.saccade.client.report.PngFile;

/** PNG files from and to pixels as GL has them: RGBA8, lowest row first. */
final class Pictures {
  private Pictures() {}

  static void write(Path file, ByteBuffer rgba, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = ((height - 1 - y) * width + x) * 4;
        int red = rgba.get(at) & 255;
        int green = rgba.get(at + 1) & 255;
        int blue = rgba.get(at + 2) & 255;
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    PngFile.write(file, image);
  }

  /** The same of pixels with red in the lowest byte. */
  static void write(Path file, int[] rgba, int width, int height) {
    var bytes = ByteBuffer.allocate(4 * rgba.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(rgba);
    write(file, bytes, width, height);
  }

  /** The pixels of a file, red in the lowest byte. */
  static int[] readPixels(Path file, int width, int height) {
    int[] rgba = new int[width * height];
    read(file, width, height).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(rgba);
    return rgba;
  }

  static ByteBuffer read(Path file, int width, int height) {
    BufferedImage image;
    try {
      image = ImageIO.read(file.toFile());
    } catch (IOException unreadable) {
      throw Failure.failed("cannot read '%s': delete it".formatted(file), unreadable);
    }
    if (image == null || image.getWidth() != width || image.getHeight() != height) {
      throw Failure.failed(
          "'%s' is not a picture of %dx%d: delete it".formatted(file, width, height));
    }
    var rgba = BufferUtils.createByteBuffer(width * height * 4);
    for (int y = height - 1; y >= 0; y--) {
      for (int x = 0; x < width; x++) {
        int colour = image.getRGB(x, y);
        rgba.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        rgba.put((byte) 255);
      }
    }
    return rgba.flip();
  }
}
