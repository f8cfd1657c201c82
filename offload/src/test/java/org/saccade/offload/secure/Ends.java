package org.saccade.offload.secure;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.saccade.offload.protocol.Limits;

/** A device and an edge after their handshake, for tests. */
record Ends(SealedSession device, SealedSession edge) {
  static final int VERSION = 2;
  static final int SESSION = 0x1122_3344;

  static Ends of(long seed) {
    return of(seed, KeyLimit.USUAL);
  }

  static Ends of(long seed, KeyLimit limit) {
    return new Ends(session(Role.DEVICE, seed, limit), session(Role.EDGE, seed, limit));
  }

  static SealedSession session(Role role, long seed, KeyLimit limit) {
    Seeded random = new Seeded(seed);
    byte[][] split = {random.bytes(32), random.bytes(32)};
    return new SealedSession(role, VERSION, SESSION, split, random.bytes(32), limit, 0);
  }

  static byte[] seal(Sealer sealer, byte... message) {
    ByteBuffer sealed = ByteBuffer.allocate(message.length + Sealer.OVERHEAD_BYTES);
    sealer.seal(ByteBuffer.wrap(message), sealed, 0);
    return sealed.array();
  }

  static Opened open(Opener opener, byte... sealed) {
    return opener.open(ByteBuffer.wrap(sealed), ByteBuffer.allocate(Limits.MESSAGE_BYTES));
  }

  /** The message inside; fails when it does not open. */
  static byte[] opened(Opener opener, byte... sealed) {
    ByteBuffer target = ByteBuffer.allocate(Limits.MESSAGE_BYTES);
    Opened result = opener.open(ByteBuffer.wrap(sealed), target);
    if (result != Opened.MESSAGE) {
      throw new AssertionError("expected a message, saw " + result);
    }
    return Arrays.copyOf(target.array(), target.position());
  }

  static byte[] flipped(byte[] bytes, int bit) {
    byte[] copy = bytes.clone();
    copy[bit / 8] ^= (byte) (1 << (bit % 8));
    return copy;
  }
}
