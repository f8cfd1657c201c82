package org.saccade.client.bench.foveation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lwjgl.BufferUtils;
import org.saccade.render.codec.JpegCodec;
import org.saccade.render.codec.MalformedTileException;

/**
 * Sends pictures through the tiles' codec, JPEG 4:4:4, and counts the bytes of the scan alone:
 * tables and headers are the same for all and travel once. One thread.
 */
public final class Coder {
  private static final int MCU = 16;
  private static final int SOS = 0xDA;
  private static final int EOI_BYTES = 2;

  private final JpegCodec jpeg = JpegCodec.best();
  private ByteBuffer rgba = BufferUtils.createByteBuffer(0);
  private ByteBuffer file = BufferUtils.createByteBuffer(0);

  /** What comes out at the other end, and what it took. */
  public record Coded(Raster shown, long bytes) {}

  /**
   * Codes a picture at a quality of 1..100. The codec takes squares, so that one that is not is cut
   * into the largest squares that fill it, which must be whole blocks of 16 then.
   */
  public Coded code(Raster picture, int quality) {
    int square = common(picture.width(), picture.height());
    if (square % MCU != 0 && picture.width() != picture.height()) {
      throw new IllegalArgumentException(
          "a picture of %dx%d; expected sides with a common square of whole 16 pixels"
              .formatted(picture.width(), picture.height()));
    }
    prepare(square);
    var shown = Raster.black(picture.width(), picture.height());
    long bytes = 0;
    for (int y = 0; y < picture.height(); y += square) {
      for (int x = 0; x < picture.width(); x += square) {
        bytes += code(picture, x, y, square, quality, shown);
      }
    }
    return new Coded(shown, bytes);
  }

  private long code(Raster from, int x0, int y0, int square, int quality, Raster to) {
    var pixels = rgba.clear().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    for (int y = 0; y < square; y++) {
      pixels.put(from.rgba(), (y0 + y) * from.width() + x0, square);
    }
    jpeg.encode(rgba, square, quality, file.clear());
    file.flip();
    long bytes = file.remaining() - (long) scanStart(file) - EOI_BYTES;
    try {
      jpeg.decode(file, square, rgba.clear());
    } catch (MalformedTileException own) {
      throw new IllegalStateException("the codec cannot read what it wrote", own);
    }
    pixels.clear();
    for (int y = 0; y < square; y++) {
      pixels.get(to.rgba(), (y0 + y) * to.width() + x0, square);
    }
    return bytes;
  }

  private void prepare(int square) {
    if (rgba.capacity() < 4 * square * square) {
      rgba = BufferUtils.createByteBuffer(4 * square * square);
      file = BufferUtils.createByteBuffer(JpegCodec.worstSize(square));
    }
  }

  private static int scanStart(ByteBuffer file) {
    int at = 2;
    while (true) {
      int length = ((file.get(at + 2) & 255) << 8) | (file.get(at + 3) & 255);
      if ((file.get(at + 1) & 255) == SOS) {
        return at + 2 + length;
      }
      at += 2 + length;
    }
  }

  private static int common(int a, int b) {
    return b == 0 ? a : common(b, a % b);
  }
}
