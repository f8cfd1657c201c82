package org.saccade.render.codec;

/** Quads and labels as bytes. */
final class GeometryCodec {
  private GeometryCodec() {}
}
