package org.saccade.offload.link;

import org.saccade.offload.protocol.Message;

/** What a socket gave, beside KryoNet's own messages. */
sealed interface Heard {
  /** A message, how it came and its encoded length. */
  record Arrival(Message message, boolean byDatagram, int bytes) implements Heard {}

  /** A datagram no correct peer sends. */
  record Garbage(String words) implements Heard {}

  /** A greeting in another version of the protocol. */
  record Foreign(int version) implements Heard {}
}
