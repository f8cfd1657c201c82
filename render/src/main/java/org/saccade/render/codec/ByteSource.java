package org.saccade.render.codec;

/** Reads what {@link ByteSink} wrote, and never beyond its end. */
final class ByteSource {
  private final byte[] bytes;
  private final int end;
  private int at;

  ByteSource(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  boolean isAtEnd() {
    return at == end;
  }

  int get() throws MalformedTileException {
    if (at == end) {
      throw new MalformedTileException("geometry ends in the middle of a quad");
    }
    return bytes[at++] & 255;
  }

  int getSigned() throws MalformedTileException {
    int bits = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = get();
      bits |= (next & 127) << shift;
      if (next < 128) {
        return (bits >>> 1) ^ -(bits & 1);
      }
    }
    throw new MalformedTileException("geometry holds a number of more than five bytes");
  }

  /** The next {@code size} bytes as a source of their own. */
  ByteSource part(int size) throws MalformedTileException {
    if (size < 0 || size > end - at) {
      throw new MalformedTileException(
          "geometry names a part of %d bytes, %d are left".formatted(size, end - at));
    }
    ByteSource part = new ByteSource(bytes, at, at + size);
    at += size;
    return part;
  }
}
