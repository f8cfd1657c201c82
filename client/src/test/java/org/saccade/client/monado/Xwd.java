package org.saccade.client.monado;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * X window dumps, as far as Xvfb writes them: version 7, one plane of true colour, 32 bits a pixel.
 * The header is big-endian 32-bit words; the pixels follow it and the colour map.
 */
final class Xwd {
  private static final int HEADER_SIZE = 0;
  private static final int VERSION = 4;
  private static final int FORMAT = 8;
  private static final int WIDTH = 16;
  private static final int HEIGHT = 20;
  private static final int BYTE_ORDER = 28;
  private static final int BITS_PER_PIXEL = 44;
  private static final int BYTES_PER_LINE = 48;
  private static final int COLOUR_COUNT = 76;
  private static final int COLOUR_BYTES = 12;
  private static final int WHOLE_PIXELS = 2;
  private static final int LEAST_HEADER = 100;

  private Xwd() {}

  /** The picture in a dump. */
  static BufferedImage picture(byte[] dump) {
    var words = ByteBuffer.wrap(dump);
    if (dump.length < LEAST_HEADER
        || words.getInt(VERSION) != 7
        || words.getInt(FORMAT) != WHOLE_PIXELS
        || words.getInt(BITS_PER_PIXEL) != 32) {
      throw new IllegalArgumentException(
          "%d bytes are no XWD version 7 with 32 bits a pixel".formatted(dump.length));
    }
    int width = words.getInt(WIDTH);
    int height = words.getInt(HEIGHT);
    int lineBytes = words.getInt(BYTES_PER_LINE);
    int start = words.getInt(HEADER_SIZE) + words.getInt(COLOUR_COUNT) * COLOUR_BYTES;
    if (dump.length < start + (long) height * lineBytes || lineBytes < width * 4L) {
      throw new IllegalArgumentException(
          "a %dx%d XWD needs %d bytes from %d on; the file has %d"
              .formatted(width, height, (long) height * lineBytes, start, dump.length));
    }
    var pixels =
        ByteBuffer.wrap(dump)
            .order(words.getInt(BYTE_ORDER) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, pixels.getInt(start + y * lineBytes + x * 4));
      }
    }
    return picture;
  }
}
