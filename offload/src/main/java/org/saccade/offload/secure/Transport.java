package org.saccade.offload.secure;

import org.saccade.offload.protocol.Limits;

/** What carries a sealed message; each has keys of its own. */
public enum Transport {
  DATAGRAM("datagram", 128, Limits.DATAGRAM_MESSAGE_BYTES, 256),
  STREAM("stream", 129, Limits.MESSAGE_BYTES, 1);

  private final String label;
  private final int type;
  private final int messageBytes;
  private final int phasesAhead;

  Transport(String label, int type, int messageBytes, int phasesAhead) {
    this.label = label;
    this.type = type;
    this.messageBytes = messageBytes;
    this.phasesAhead = phasesAhead;
  }

  String label() {
    return label;
  }

  /** The header's type byte. */
  int type() {
    return type;
  }

  /** The largest message that may be sealed, in bytes. */
  int messageBytes() {
    return messageBytes;
  }

  /**
   * How far beyond the present key phase a message may be. A stream misses nothing, so the next one
   * is all there can be. Of datagrams all may be lost for hours: 256 phases are more than ten days.
   */
  int phasesAhead() {
    return phasesAhead;
  }
}
