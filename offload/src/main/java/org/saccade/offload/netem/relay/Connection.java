package org.saccade.offload.netem.relay;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A device's connection and the one to the edge that carries it on. The relay's thread. */
final class Connection {
  private final SelectionKey device;
  private final SelectionKey edge;
  private final StreamHalf upwards;
  private final StreamHalf downwards;
  private boolean isJoined;
  private boolean isOver;

  Connection(SocketChannel accepted, SocketAddress target, Selector selector, Way up, Way down)
      throws IOException {
    var onwards = SocketChannel.open();
    try {
      for (var each : new SocketChannel[] {accepted, onwards}) {
        each.configureBlocking(false);
        each.setOption(StandardSocketOptions.TCP_NODELAY, true);
      }
      isJoined = onwards.connect(target);
    } catch (IOException refused) {
      onwards.close();
      throw refused;
    }
    device = accepted.register(selector, isJoined ? SelectionKey.OP_READ : 0, this);
    edge =
        onwards.register(selector, isJoined ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
    upwards = new StreamHalf(up, device, edge);
    downwards = new StreamHalf(down, edge, device);
  }

  /** A socket of it is ready. */
  void ready(SelectionKey key) throws IOException {
    if (key.isValid() && key.isConnectable()) {
      ((SocketChannel) edge.channel()).finishConnect();
      isJoined = true;
      edge.interestOps(SelectionKey.OP_READ);
      device.interestOps(SelectionKey.OP_READ);
      return;
    }
    if (key.isValid() && key.isReadable()) {
      (key == device ? upwards : downwards).read();
    }
    if (key.isValid() && key.isWritable()) {
      (key == device ? downwards : upwards).write();
    }
  }

  /** Writes on what is through by now. */
  void passOn() throws IOException {
    if (upwards.hasArrived()) {
      upwards.write();
    }
    if (downwards.hasArrived()) {
      downwards.write();
    }
    if (upwards.isOver() && downwards.isOver()) {
      close();
    }
  }

  /** Whether the edge took it. */
  boolean isJoined() {
    return isJoined;
  }

  boolean isOver() {
    return isOver;
  }

  /** Ends both sides. */
  void close() throws IOException {
    isOver = true;
    try {
      device.channel().close();
    } finally {
      edge.channel().close();
    }
  }
}
