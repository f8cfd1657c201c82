package org.saccade.render.panorama;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.saccade.render.pass.RenderTarget;
import org.saccade.render.quality.Ssim;

/** A read-back picture with its inverse depths, rows as GL gives them (bottom first). */
final class Picture {
  final int width;
  final int height;
  final ByteBuffer rgba;
  final float[] inverseDepth;

  private Picture(int width, int height, ByteBuffer rgba, float[] inverseDepth) {
    this.width = width;
    this.height = height;
    this.rgba = rgba;
    this.inverseDepth = inverseDepth;
  }

  static Picture read(RenderTarget target, float near) {
    int pixels = target.width() * target.height();
    var rgba = ByteBuffer.allocateDirect(4 * pixels).order(ByteOrder.nativeOrder());
    target.colour().read(rgba);
    var depth = ByteBuffer.allocateDirect(4 * pixels).order(ByteOrder.nativeOrder());
    target.depth().read(depth);
    float[] inverse = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      inverse[i] = depth.getFloat(4 * i) / near;
    }
    return new Picture(target.width(), target.height(), rgba, inverse);
  }

  /** Reads what {@link #keep} wrote, or null. */
  static @Nullable Picture kept(Path file, int size) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    byte[] bytes = Files.readAllBytes(file);
    var rgba = ByteBuffer.allocateDirect(4 * size * size).order(ByteOrder.nativeOrder());
    rgba.put(bytes, 0, 4 * size * size).flip();
    float[] inverse = new float[size * size];
    ByteBuffer.wrap(bytes, 4 * size * size, 4 * size * size).asFloatBuffer().get(inverse);
    return new Picture(size, size, rgba, inverse);
  }

  /** Writes the pixels as they are, so that a slow picture is drawn once. */
  void keep(Path file) throws IOException {
    var bytes = ByteBuffer.allocate(8 * width * height);
    bytes.put(rgba.duplicate());
    bytes.asFloatBuffer().put(inverseDepth);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, bytes.array());
  }

  float[] luma() {
    return Ssim.luma(rgba, width * height);
  }

  int red(int index) {
    return rgba.get(4 * index) & 255;
  }

  void save(Path file) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, height - 1 - y, packed(y * width + x));
      }
    }
    write(image, file);
  }

  /** Saves |this - other| * 4. */
  void saveDifference(Picture other, Path file) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int a = packed(y * width + x);
        int b = other.packed(y * width + x);
        int difference = 0;
        for (int shift = 0; shift < 24; shift += 8) {
          int apart = Math.abs(((a >> shift) & 255) - ((b >> shift) & 255));
          difference |= Math.min(255, 4 * apart) << shift;
        }
        image.setRGB(x, height - 1 - y, difference);
      }
    }
    write(image, file);
  }

  private int packed(int index) {
    int red = rgba.get(4 * index) & 255;
    int green = rgba.get(4 * index + 1) & 255;
    int blue = rgba.get(4 * index + 2) & 255;
    return (red << 16) | (green << 8) | blue;
  }

  private static void write(BufferedImage image, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
