package com.esotericsoftware.kryonet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A server's end of a connection, kept from four of KryoNet's habits: it speaks before (or without)
 * datagrams being registered, gets large buffers only when it has proved itself, is closed by the
 * update thread alone (the server's tables are not safe from others), and is known as soon as it
 * exists.
 */
public abstract class PeerConnection extends Connection {
  // KryoNet ends a connection that talks while its datagram address is null; nothing is sent here.
  private static final InetSocketAddress NOT_YET =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  /** Each of the two buffers of a connection that has not proved who it is, in bytes. */
  public static final int STRANGER_BYTES = 1_024;

  private final boolean isWanted;
  private volatile boolean closeAsked;
  private @Nullable Serialization serialization;

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
    super.initialize(serialization, STRANGER_BYTES, STRANGER_BYTES);
    tcp = new SmallStream(serialization);
    this.serialization = serialization;
  }

  /** A stream whose selector is known, so that a larger one can take its place. */
  private static final class SmallStream extends TcpConnection {
    @Nullable Selector selector;

    SmallStream(Serialization serialization) {
      super(serialization, STRANGER_BYTES, STRANGER_BYTES);
    }

    @Override
    public SelectionKey accept(Selector with, SocketChannel channel) throws IOException {
      selector = with;
      return super.accept(with, channel);
    }
  }

  /**
   * Gives the connection its full buffers; update thread, between messages, before any other thread
   * sends.
   *
   * @throws IOException when the little that was said so far did not leave
   */
  public final void grow(int writeBytes, int objectBytes) throws IOException {
    Serialization same = serialization;
    if (!(tcp instanceof SmallStream small) || small.selector == null || same == null) {
      return;
    }
    if (small.writeBuffer.position() > 0) {
      throw new IOException("the peer reads nothing");
    }
    TcpConnection large = new TcpConnection(same, writeBytes, objectBytes);
    SelectionKey key = large.accept(small.selector, small.socketChannel);
    key.attach(this);
    large.readBuffer.compact();
    large.readBuffer.put(small.readBuffer).flip();
    tcp = large;
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
