package org.saccade.render.codec;

import java.nio.ByteBuffer;

/**
 * Baseline JPEG 4:2:0 of square tiles, from and to RGBA in native memory. Thread-safe. All
 * providers read each other's files.
 */
public sealed interface JpegCodec permits StbImageIoJpeg {

  /** libjpeg-turbo where this machine has it, else the bundled fallback. */
  static JpegCodec best() {
    return StbImageIoJpeg.INSTANCE;
  }

  /** For logs and reports. */
  String name();

  /**
   * Encodes a direct buffer of pixels x pixels RGBA texels (alpha is ignored) into a whole JPEG
   * file at quality 1..100 and appends it to {@code to}.
   */
  void encode(ByteBuffer rgba, int pixels, int quality, ByteBuffer to);

  /**
   * Decodes a whole JPEG file of pixels x pixels (a direct buffer, from its position to its limit)
   * into pixels*pixels*4 bytes at {@code to}; alpha becomes 255.
   */
  void decode(ByteBuffer jpeg, int pixels, ByteBuffer to) throws MalformedTileException;
}
