package com.esotericsoftware.kryonet;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose stream is read by KryoNet's own code, from bytes in memory: for throwing
 * millions of streams at it. Sends nothing. One thread.
 */
public final class FedConnection extends PeerConnection {
  private static final int WRITE_BYTES = 64;

  private final Fed channel = new Fed();

  /** A connection with a stream that takes objects up to {@code objectBytes}. */
  public FedConnection(Serialization serialization, int objectBytes) {
    super(true);
    tcp = new TcpConnection(serialization, WRITE_BYTES, objectBytes);
    tcp.socketChannel = channel;
  }

  /** The bytes that the socket has now; what is left of those before is gone. */
  public void feed(byte[] bytes, int from, int length) {
    channel.waiting = ByteBuffer.wrap(bytes, from, length);
  }

  /** Whether bytes wait that no read has taken. */
  public boolean hasMore() {
    return channel.waiting.hasRemaining();
  }

  /** Whether all that came was read; not so within an object, but for its length. */
  public boolean isAllRead() {
    return !hasMore() && !tcp.readBuffer.hasRemaining();
  }

  /** The next object of the stream as KryoNet reads it; null when it waits for more bytes. */
  public @Nullable Object read() throws IOException {
    return tcp.readObject(this);
  }

  /** Gives bytes from memory and takes none. */
  private static final class Fed extends SocketChannel {
    private ByteBuffer waiting = ByteBuffer.allocate(0);

    Fed() {
      super(SelectorProvider.provider());
    }

    @Override
    public int read(ByteBuffer target) {
      int bytes = Math.min(target.remaining(), waiting.remaining());
      target.put(waiting.slice(waiting.position(), bytes));
      waiting.position(waiting.position() + bytes);
      return bytes;
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
      throw new UnsupportedOperationException("KryoNet reads one buffer");
    }

    @Override
    public int write(ByteBuffer source) {
      return 0;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
      return 0;
    }

    @Override
    public SocketChannel bind(@Nullable SocketAddress local) {
      return this;
    }

    @Override
    public <T> SocketChannel setOption(SocketOption<T> name, @Nullable T value) {
      return this;
    }

    @Override
    public <T> @Nullable T getOption(SocketOption<T> name) {
      return null;
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
      return Set.of();
    }

    @Override
    public SocketChannel shutdownInput() {
      return this;
    }

    @Override
    public SocketChannel shutdownOutput() {
      return this;
    }

    @Override
    public java.net.Socket socket() {
      throw new UnsupportedOperationException("bytes in memory have no socket");
    }

    @Override
    public boolean isConnected() {
      return true;
    }

    @Override
    public boolean isConnectionPending() {
      return false;
    }

    @Override
    public boolean connect(SocketAddress remote) {
      return true;
    }

    @Override
    public boolean finishConnect() {
      return true;
    }

    @Override
    public @Nullable SocketAddress getRemoteAddress() {
      return null;
    }

    @Override
    public @Nullable SocketAddress getLocalAddress() {
      return null;
    }

    @Override
    protected void implCloseSelectableChannel() {}

    @Override
    protected void implConfigureBlocking(boolean block) {}
  }
}
