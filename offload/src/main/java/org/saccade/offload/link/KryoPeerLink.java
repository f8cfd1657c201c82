package org.saccade.offload.link;

import com.esotericsoftware.kryonet.Connection;
import com.esotericsoftware.kryonet.PeerConnection;
import java.util.function.LongSupplier;

/** An edge's end of a connection; made by {@link KryoListener}, whose thread feeds it. */
final class KryoPeerLink extends KryoEnd {
  private static final int INBOX_MESSAGES = 512;
  private static final long INBOX_BYTES = 1L << 20;

  private final PeerConnection peer;

  KryoPeerLink(PeerConnection peer, LongSupplier clock) {
    super(new Inbox(INBOX_MESSAGES, INBOX_BYTES), clock);
    this.peer = peer;
    setUp();
  }

  @Override
  Connection connection() {
    return peer;
  }

  @Override
  boolean hasDatagramAddress() {
    return peer.hasDatagramAddress();
  }

  @Override
  public void close() {
    setDown("closed by this end");
    peer.askClose();
  }
}
