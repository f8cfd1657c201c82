package org.saccade.offload.secure;

import org.saccade.offload.protocol.Limits;

/** What carries a sealed message; each has keys of its own. */
public enum Transport {
  DATAGRAM("datagram", 128, Limits.DATAGRAM_MESSAGE_BYTES),
  STREAM("stream", 129, Limits.MESSAGE_BYTES);

  private final String label;
  private final int type;
  private final int messageBytes;

  Transport(String label, int type, int messageBytes) {
    this.label = label;
    this.type = type;
    this.messageBytes = messageBytes;
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
}
