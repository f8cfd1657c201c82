package org.saccade.offload.link;

import org.saccade.offload.protocol.Message;
import org.saccade.render.tile.Bytes;

/** What a socket gave, beside KryoNet's own messages. */
sealed interface Heard {
  /** A message that was sealed, how it came and its encoded length. */
  record Arrival(Message message, boolean byDatagram, int bytes) implements Heard {}

  /** A handshake message; also what is sent. */
  record Shake(Bytes message) implements Heard {}

  /** A refusal in the clear: nobody vouches for it. */
  record Unproven(Message.Refused refused) implements Heard {}

  /** A datagram no correct peer sends. */
  record Garbage(String words) implements Heard {}

  /** A greeting in another version of the protocol. */
  record Foreign(int version) implements Heard {}
}
