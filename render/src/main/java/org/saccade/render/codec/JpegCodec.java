package org.saccade.render.codec;

import java.nio.ByteBuffer;

/**
 * Baseline JPEG 4:4:4 of square tiles, from and to RGBA in native memory. Thread-safe, lives as
 * long as the process. All providers use the same tables and read each other's files.
 */
public sealed interface JpegCodec permits TurboJpeg, StbImageIoJpeg {

  /** libjpeg-turbo where this machine has it, else the bundled fallback. */
  static JpegCodec best() {
    return Best.CODEC;
  }

  /** The bundled fallback, always there. */
  static JpegCodec bundled() {
    return StbImageIoJpeg.INSTANCE;
  }

  /** For logs and reports. */
  String name();

  /**
   * Encodes a direct buffer of pixels x pixels RGBA texels (alpha is ignored) into a whole JPEG
   * file at quality 1..100, written at {@code to}'s position, which moves behind it. Room for
   * {@link #worstSize} must be left.
   */
  void encode(ByteBuffer rgba, int pixels, int quality, ByteBuffer to);

  /**
   * Decodes a whole JPEG file of pixels x pixels (a direct buffer, from its position to its limit)
   * into pixels*pixels*4 bytes at the start of {@code to}, a direct buffer; alpha becomes 255.
   */
  void decode(ByteBuffer jpeg, int pixels, ByteBuffer to) throws MalformedTileException;

  /**
   * Bytes that no file of this size exceeds: what libjpeg-turbo asks for in 4:4:4 (it writes past
   * less without a word), and some for the header.
   */
  static int worstSize(int pixels) {
    return pixels * pixels * 6 + 4096;
  }

  /** Refuses a buffer that some file of this size would not fit. */
  static void requireWorstRoom(ByteBuffer to, int pixels) {
    if (to.remaining() < worstSize(pixels)) {
      throw new IllegalArgumentException(
          "room for %d bytes; %d pixels a side need %d"
              .formatted(to.remaining(), pixels, worstSize(pixels)));
    }
  }

  /** Looks for libjpeg-turbo once. */
  final class Best {
    private static final JpegCodec CODEC = find();

    private Best() {}

    private static JpegCodec find() {
      JpegCodec turbo = TurboJpeg.findOrNull();
      return turbo == null ? StbImageIoJpeg.INSTANCE : turbo;
    }
  }
}
