package com.esotericsoftware.kryonet;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/** Socket options and facts that KryoNet keeps to its package; used by {@code link} alone. */
public final class Sockets {
  private Sockets() {}

  /** Asks for datagram buffers of this size in both directions; the system may give less. */
  public static void widenDatagramBuffers(Connection connection, int bytes) throws IOException {
    UdpConnection udp = connection.udp;
    DatagramChannel channel = udp == null ? null : udp.datagramChannel;
    if (channel != null) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, bytes);
      channel.setOption(StandardSocketOptions.SO_SNDBUF, bytes);
    }
  }

  /** What the system gave of it for arriving datagrams; 0 without datagrams. */
  public static int datagramBufferBytes(Connection connection) throws IOException {
    UdpConnection udp = connection.udp;
    DatagramChannel channel = udp == null ? null : udp.datagramChannel;
    return channel == null ? 0 : channel.getOption(StandardSocketOptions.SO_RCVBUF);
  }

  /** Whether {@code buffer} holds bytes of this connection's TCP stream. */
  @SuppressWarnings("ReferenceEquality") // the very buffer is meant, not equal bytes
  public static boolean isStream(@Nullable Connection connection, ByteBuffer buffer) {
    return connection != null && connection.tcp != null && connection.tcp.readBuffer == buffer;
  }

  /** Whether {@code buffer} is where this connection's TCP stream is written to. */
  @SuppressWarnings("ReferenceEquality") // the very buffer is meant, not equal bytes
  public static boolean isStreamOut(Connection connection, ByteBuffer buffer) {
    return connection.tcp != null && connection.tcp.writeBuffer == buffer;
  }

  /** Whether the connection's TCP stream is open at this end. */
  public static boolean hasStream(Connection connection) {
    return connection.tcp != null && connection.tcp.socketChannel != null;
  }

  /** Bytes the TCP write buffer can still take. */
  public static int writeRoom(Connection connection) {
    return connection.tcp.writeBuffer.capacity() - connection.tcp.writeBuffer.position();
  }

  /** Leaves discovery datagrams unanswered. */
  public static void ignoreDiscovery(Server server) {
    server.setDiscoveryHandler((udp, from, serialization) -> false);
  }
}
