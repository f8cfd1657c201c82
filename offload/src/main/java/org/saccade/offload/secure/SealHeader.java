package org.saccade.offload.secure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The 16 bytes before a sealed message, all of them authenticated: version u8, type u8, key phase
 * u16, session u32, counter u64, little-endian. One buffer, written or read again for each message.
 */
final class SealHeader {
  static final int BYTES = 16;

  private static final int TYPE_AT = 1;
  private static final int PHASE_AT = 2;
  private static final int SESSION_AT = 4;
  private static final int COUNTER_AT = 8;

  private final byte[] bytes = new byte[BYTES];
  private final ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

  void set(int version, int type, int phase, int session, long counter) {
    fields.put(0, (byte) version).put(TYPE_AT, (byte) type).putShort(PHASE_AT, (short) phase);
    fields.putInt(SESSION_AT, session).putLong(COUNTER_AT, counter);
  }

  void readFrom(ByteBuffer source) {
    source.get(bytes);
  }

  /** The bytes themselves, not a copy. */
  byte[] bytes() {
    return bytes;
  }

  int version() {
    return bytes[0] & 0xFF;
  }

  int type() {
    return bytes[TYPE_AT] & 0xFF;
  }

  int phase() {
    return fields.getShort(PHASE_AT) & 0xFFFF;
  }

  int session() {
    return fields.getInt(SESSION_AT);
  }

  long counter() {
    return fields.getLong(COUNTER_AT);
  }
}
