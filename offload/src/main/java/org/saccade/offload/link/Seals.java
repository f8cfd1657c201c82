package org.saccade.offload.link;

import com.esotericsoftware.kryonet.KryoNetException;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.MalformedMessageException;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.secure.Opened;
import org.saccade.offload.secure.SealedSession;
import org.saccade.offload.secure.Transport;

/**
 * Seals and opens the messages of one connection after its handshake. Sealing happens under
 * KryoNet's write lock of the transport, opening on the link thread; each has its own buffer, so
 * that a message costs no new one.
 */
final class Seals {
  private final SealedSession session;
  private final LongSupplier clock;
  private final ByteBuffer streamOut = ByteBuffer.allocate(Limits.MESSAGE_BYTES);
  private final ByteBuffer datagramOut = ByteBuffer.allocate(Limits.DATAGRAM_MESSAGE_BYTES);
  private final ByteBuffer in = ByteBuffer.allocate(Limits.MESSAGE_BYTES);

  Seals(SealedSession session, LongSupplier clock) {
    this.session = session;
    this.clock = clock;
  }

  /** Appends the sealed form of {@code message} to {@code target}. */
  void seal(Message message, Transport transport, ByteBuffer target) {
    ByteBuffer plain = transport == Transport.STREAM ? streamOut : datagramOut;
    Codec.encode(message, plain.clear());
    session.sealer(transport).seal(plain.flip(), target, clock.getAsLong());
  }

  /** The message sealed in all that remains of {@code source}. */
  Heard.Arrival open(ByteBuffer source, Transport transport) throws MalformedMessageException {
    Opened opened = session.opener(transport).open(source, in.clear());
    if (opened != Opened.MESSAGE) {
      throw new KryoNetException("a sealed message does not open: " + opened);
    }
    int bytes = in.flip().remaining();
    return new Heard.Arrival(Codec.decode(in), transport == Transport.DATAGRAM, bytes);
  }
}
