package org.saccade.render.codec;

import java.nio.ByteBuffer;

/** The bundled fallback: decodes with stb, encodes with the JDK's ImageIO. */
final class StbImageIoJpeg implements JpegCodec {
  static final StbImageIoJpeg INSTANCE = new StbImageIoJpeg();

  private StbImageIoJpeg() {}

  @Override
  public String name() {
    return "stb + ImageIO";
  }

  @Override
  public void encode(ByteBuffer rgba, int pixels, int quality, ByteBuffer to) {
    throw new UnsupportedOperationException("being written");
  }

  @Override
  public void decode(ByteBuffer jpeg, int pixels, ByteBuffer to) throws MalformedTileException {
    throw new MalformedTileException("being written");
  }
}
