package org.saccade.offload.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.saccade.render.tile.Fingerprint;

/** Reads little-endian fields from untrusted bytes; every miss is a typed exception. */
final class WireReader {
  private final ByteBuffer bytes;

  /** Reads all that remains in {@code bytes}, whose order it sets. */
  WireReader(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  int u8(String field) throws MalformedMessageException {
    need(1, field);
    return bytes.get() & 0xFF;
  }

  int u16(String field) throws MalformedMessageException {
    need(2, field);
    return bytes.getShort() & 0xFFFF;
  }

  int i32(String field) throws MalformedMessageException {
    need(4, field);
    return bytes.getInt();
  }

  long u32(String field) throws MalformedMessageException {
    return i32(field) & 0xFFFF_FFFFL;
  }

  long i64(String field) throws MalformedMessageException {
    need(8, field);
    return bytes.getLong();
  }

  float f32(String field) throws MalformedMessageException {
    float value = Float.intBitsToFloat(i32(field));
    require(Float.isFinite(value), field, Float.floatToRawIntBits(value), "a finite number");
    return value;
  }

  /** An unsigned 32-bit number no larger than {@code largest}. */
  int bounded(String field, int largest) throws MalformedMessageException {
    long value = u32(field);
    require(value <= largest, field, value, "0.." + largest);
    return (int) value;
  }

  /** A signed byte inside the two limits. */
  int i8(String field, int least, int largest) throws MalformedMessageException {
    int value = (byte) u8(field);
    require(value >= least && value <= largest, field, value, least + ".." + largest);
    return value;
  }

  void zero16(String field) throws MalformedMessageException {
    int value = u16(field);
    require(value == 0, field, value, "0");
  }

  String text(String field) throws MalformedMessageException {
    int length = u16(field);
    require(length <= Limits.TEXT_BYTES, field, length, "0.." + Limits.TEXT_BYTES + " bytes");
    ByteBuffer part = ByteBuffer.wrap(array(field, length));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedMessageException(field + " is not UTF-8");
    }
  }

  Reason reason() throws MalformedMessageException {
    int code = u8("reason");
    for (Reason reason : Reason.values()) {
      if (reason.code() == code) {
        return reason;
      }
    }
    throw new MalformedMessageException("reason is %d; expected a known code".formatted(code));
  }

  boolean flag(String field) throws MalformedMessageException {
    int value = u8(field);
    require(value <= 1, field, value, "0 or 1");
    return value == 1;
  }

  Message.Pair.Step step() throws MalformedMessageException {
    int code = u8("step");
    for (Message.Pair.Step step : Message.Pair.Step.values()) {
      if (step.code() == code) {
        return step;
      }
    }
    throw new MalformedMessageException("step is %d; expected a known code".formatted(code));
  }

  Fingerprint fingerprint(String field) throws MalformedMessageException {
    return new Fingerprint(i64(field), i64(field), i64(field), i64(field));
  }

  byte[] array(String field, int length) throws MalformedMessageException {
    need(length, field);
    byte[] array = new byte[length];
    bytes.get(array);
    return array;
  }

  void end() throws MalformedMessageException {
    require(!bytes.hasRemaining(), "bytes after the message", bytes.remaining(), "0");
  }

  static void require(boolean holds, String field, long value, String expected)
      throws MalformedMessageException {
    if (!holds) {
      throw new MalformedMessageException(
          "%s is %d; expected %s".formatted(field, value, expected));
    }
  }

  private void need(int count, String field) throws MalformedMessageException {
    if (bytes.remaining() < count) {
      throw new MalformedMessageException(
          "%s needs %d bytes; only %d are left".formatted(field, count, bytes.remaining()));
    }
  }
}
