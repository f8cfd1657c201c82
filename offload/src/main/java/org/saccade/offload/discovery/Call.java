package org.saccade.offload.discovery;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A device's question who is there; PROTOCOL.md has its layout. It is padded, so that no answer is
 * larger.
 *
 * @param number random; an answer repeats it, so that only who heard the question can answer
 */
record Call(long number) {
  /** Every question has this length. */
  static final int BYTES = 256;

  static final int MARK = 0x4343_4153; // "SACC" as it travels
  static final int KIND = 1;
  static final int FORMAT = 1;

  ByteBuffer encode() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(MARK).put((byte) FORMAT).put((byte) KIND).putShort((short) 0).putLong(number);
    return bytes.position(BYTES).flip();
  }

  /** The question in a datagram; empty when it is none, to the last byte of its padding. */
  static Optional<Call> decode(ByteBuffer datagram) {
    if (datagram.remaining() != BYTES) {
      return Optional.empty();
    }
    datagram.order(ByteOrder.LITTLE_ENDIAN);
    boolean isCall =
        datagram.getInt() == MARK
            && datagram.get() == FORMAT
            && datagram.get() == KIND
            && datagram.getShort() == 0;
    long number = datagram.getLong();
    while (datagram.hasRemaining()) {
      isCall &= datagram.get() == 0;
    }
    return isCall ? Optional.of(new Call(number)) : Optional.empty();
  }
}
