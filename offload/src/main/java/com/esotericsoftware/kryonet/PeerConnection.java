package com.esotericsoftware.kryonet;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A server's end of a connection, kept from four of KryoNet's habits: it speaks before (or without)
 * datagrams being registered, gets no large buffers when it is unwanted, is closed by the update
 * thread alone (the server's tables are not safe from others), and is known as soon as it exists.
 */
public abstract class PeerConnection extends Connection {
  // KryoNet ends a connection that talks while its datagram address is null; nothing is sent here.
  private static final InetSocketAddress NOT_YET =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final int TINY_BYTES = 256;

  private final boolean isWanted;
  private volatile boolean closeAsked;

  protected PeerConnection(boolean isWanted) {
    this.isWanted = isWanted;
  }

  /** Whether this connection may stay; the owner closes one that may not. */
  public final boolean isWanted() {
    return isWanted;
  }

  /** Whether someone asked for the end from another thread; the update thread then closes. */
  public final boolean isCloseAsked() {
    return closeAsked;
  }

  /** Asks for the end; safe from any thread. */
  public final void askClose() {
    closeAsked = true;
  }

  @Override
  final void initialize(Serialization serialization, int writeBytes, int objectBytes) {
    if (isWanted) {
      super.initialize(serialization, writeBytes, objectBytes);
    } else {
      super.initialize(serialization, TINY_BYTES, TINY_BYTES);
    }
  }

  @Override
  final void setConnected(boolean isConnected) {
    super.setConnected(isConnected);
    if (isConnected && udpRemoteAddress == null) {
      udpRemoteAddress = NOT_YET;
    }
  }

  /**
   * Lets KryoNet register the datagram address that comes next, unless one is registered; called
   * while a registration is being read.
   */
  @SuppressWarnings("NullAway") // null is KryoNet's word for not registered yet
  public final void expectDatagramAddress() {
    if (NOT_YET.equals(udpRemoteAddress)) {
      udpRemoteAddress = null;
    }
  }

  /** Undoes {@link #expectDatagramAddress} when no registration came of it. */
  public final void restoreDatagramAddress() {
    if (udpRemoteAddress == null) {
      udpRemoteAddress = NOT_YET;
    }
  }

  /** Whether KryoNet registered a datagram address for this connection. */
  public final boolean hasDatagramAddress() {
    InetSocketAddress address = udpRemoteAddress;
    return address != null && !NOT_YET.equals(address);
  }

  @Override
  public void close() {
    EndPoint owner = endPoint;
    @Nullable Thread updater = owner == null ? null : owner.getUpdateThread();
    if (updater == null || updater == Thread.currentThread()) {
      super.close();
    } else {
      askClose();
    }
  }
}
