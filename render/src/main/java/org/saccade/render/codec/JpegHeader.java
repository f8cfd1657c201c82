package org.saccade.render.codec;

/** The part of a JPEG file that is the same for all tiles of one quality and size. */
final class JpegHeader {
  private JpegHeader() {}
}
