package org.saccade.offload.runtime;

import org.saccade.offload.link.Link;
import org.saccade.offload.link.LinkState;
import org.saccade.offload.link.LinkStatistics;
import org.saccade.offload.protocol.Message;

/** A link that is down from the start: there is nobody to dial. */
record NoLink(LinkState state) implements Link {
  NoLink(String words) {
    this(LinkState.down(words));
  }

  @Override
  public boolean sendReliable(Message message) {
    return false;
  }

  @Override
  public boolean sendDatagram(Message message) {
    return false;
  }

  @Override
  public int drain(Sink sink, int atMost) {
    return 0;
  }

  @Override
  public LinkStatistics statistics() {
    return new LinkStatistics(0, 0, 0, 0, 0, 0);
  }

  @Override
  public long receivedBytes() {
    return 0;
  }

  @Override
  public void close() {}
}
