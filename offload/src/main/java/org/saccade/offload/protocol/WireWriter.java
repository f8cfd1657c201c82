package org.saccade.offload.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.saccade.render.tile.Fingerprint;

/** Writes little-endian fields. */
final class WireWriter {
  private final ByteBuffer bytes;

  /** Writes at the position of {@code bytes}, whose order it sets. */
  WireWriter(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  WireWriter u8(int value) {
    bytes.put((byte) value);
    return this;
  }

  WireWriter u16(int value) {
    bytes.putShort((short) value);
    return this;
  }

  WireWriter i32(int value) {
    bytes.putInt(value);
    return this;
  }

  WireWriter i64(long value) {
    bytes.putLong(value);
    return this;
  }

  WireWriter f32(float value) {
    bytes.putFloat(value);
    return this;
  }

  WireWriter text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    u16(utf8.length);
    bytes.put(utf8);
    return this;
  }

  WireWriter fingerprint(Fingerprint fingerprint) {
    return i64(fingerprint.a()).i64(fingerprint.b()).i64(fingerprint.c()).i64(fingerprint.d());
  }

  WireWriter payload(Payload payload) {
    payload.writeTo(bytes);
    return this;
  }
}
