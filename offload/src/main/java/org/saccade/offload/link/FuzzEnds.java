package org.saccade.offload.link;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.MalformedMessageException;
import org.saccade.offload.protocol.Version;
import org.saccade.offload.secure.Handshake;
import org.saccade.offload.secure.HandshakeException;
import org.saccade.offload.secure.Identity;
import org.saccade.offload.secure.Role;
import org.saccade.offload.secure.SealedSession;
import org.saccade.offload.secure.Sealer;
import org.saccade.offload.secure.Transport;

/** An attacker that has shaken hands, and what its victim opens with. One thread. */
final class FuzzEnds {
  /** What the victim opens with. */
  final Seals victim;

  private final SealedSession attacker;
  private final List<byte[]> unheard = new ArrayList<>();
  private final ByteBuffer room = ByteBuffer.allocate(Limits.MESSAGE_BYTES + Sealer.OVERHEAD_BYTES);

  private FuzzEnds(SealedSession attacker, Seals victim) {
    this.attacker = attacker;
    this.victim = victim;
  }

  /** Shakes hands. */
  static FuzzEnds of(Role attacks, SecureRandom random) {
    try {
      Handshake device = begin(Role.DEVICE, random);
      Handshake edge = begin(Role.EDGE, random);
      edge.read(device.write(new byte[0]));
      device.read(edge.write(new byte[4]));
      edge.read(device.write(new byte[0]));
      boolean isDevice = attacks == Role.DEVICE;
      return new FuzzEnds(
          (isDevice ? device : edge).finish(1, 0),
          Seals.of((isDevice ? edge : device).finish(1, 0), () -> 0));
    } catch (HandshakeException e) {
      throw new IllegalStateException("two honest ends shake hands", e);
    }
  }

  private static Handshake begin(Role role, SecureRandom random) {
    return Handshake.begin(role, Identity.create(random), Version.CURRENT, random);
  }

  /** Whatever bytes, sealed as they should be. */
  byte[] sealed(byte[] message, Transport transport) {
    attacker.sealer(transport).seal(ByteBuffer.wrap(message), room.clear(), 0);
    byte[] sealed = Arrays.copyOf(room.array(), room.position());
    if (transport == Transport.STREAM) {
      unheard.add(sealed);
    }
    return sealed.clone();
  }

  /** The stream is over: the next begins at the counter that comes next. */
  void catchUp() {
    for (byte[] sealed : unheard) {
      try {
        victim.open(ByteBuffer.wrap(sealed), Transport.STREAM);
      } catch (MalformedMessageException e) {
        // It was heard before, or is a lie.
      }
    }
    unheard.clear();
  }
}
