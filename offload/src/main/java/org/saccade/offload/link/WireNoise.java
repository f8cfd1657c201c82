package org.saccade.offload.link;

import java.security.SecureRandom;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.secure.Role;
import org.saccade.offload.secure.Transport;

/** What strangers throw at a live edge: nothing that opens in anybody's session. One thread. */
public final class WireNoise {
  private static final int MOST_BYTES = 1_400;
  private static final int MOST_CONNECTION = 4_096;

  private final FuzzBytes bytes;
  private final FuzzEnds elsewhere;

  /** Noise by a seed. */
  public WireNoise(long seed, long[] addresses) {
    bytes = new FuzzBytes(seed, addresses);
    elsewhere = FuzzEnds.of(Role.DEVICE, new SecureRandom());
  }

  /** A datagram: noise, a registration for somebody else's connection, or sealed for another. */
  public byte[] datagram() {
    return switch (bytes.random().nextInt(5)) {
      case 0 -> bytes.noise(MOST_BYTES);
      case 1 -> bytes.framework();
      case 2 -> {
        int id = 1 + bytes.random().nextInt(MOST_CONNECTION);
        yield new byte[] {0, 2, (byte) id, (byte) (id >> 8), 0, 0};
      }
      case 3 -> bytes.lie(MOST_BYTES);
      default -> {
        byte[] lie = bytes.lie(Limits.DATAGRAM_MESSAGE_BYTES);
        byte[] sealed = elsewhere.sealed(lie, Transport.DATAGRAM);
        yield bytes.random().nextBoolean() ? bytes.mutated(sealed) : sealed;
      }
    };
  }

  /** What a connection says; a fifth say nothing. */
  public byte[] stream() {
    return bytes.random().nextInt(5) == 0 ? new byte[0] : WireFuzz.clearStream(bytes);
  }
}
