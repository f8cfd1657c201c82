package org.saccade.offload.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.saccade.render.tile.Bytes;
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

  WireWriter bytes(Bytes plain) {
    bytes.put(plain.asBuffer());
    return this;
  }

  WireWriter fingerprint(Fingerprint fingerprint) {
    return i64(fingerprint.a()).i64(fingerprint.b()).i64(fingerprint.c()).i64(fingerprint.d());
  }

  /** The checksum of {@code piece}, then the piece. */
  WireWriter checked(Bytes piece) {
    int at = bytes.position();
    bytes.putInt(0).put(piece.asBuffer());
    bytes.putInt(at, checksum(bytes.duplicate().position(at + 4).limit(bytes.position())));
    return this;
  }

  /** CRC-32C of what remains. */
  static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
