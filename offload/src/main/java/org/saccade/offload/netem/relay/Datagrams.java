package org.saccade.offload.netem.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Datagrams of all devices: each device's address has a socket of its own towards the edge, so that
 * the edge tells them apart; the one silent for longest makes room. The relay's thread.
 */
final class Datagrams implements AutoCloseable {
  private static final int MOST_DEVICES = 256;
  private static final int MOST_BYTES = 65_536;
  private static final int BUFFER_BYTES = 4 << 20;
  private static final int AT_ONCE = 1_024;

  private final DatagramChannel listening;
  private final InetSocketAddress target;
  private final Selector selector;
  private final Way up;
  private final Way down;
  private final Consumer<Exception> onTrouble;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(MOST_BYTES);
  private final Map<SocketAddress, DatagramChannel> onwards = new LinkedHashMap<>(16, 0.75f, true);

  /** The device behind a socket towards the edge. */
  record Device(SocketAddress address) {}

  /**
   * @param onTrouble told what keeps one device from being served
   */
  Datagrams(
      InetSocketAddress listen,
      InetSocketAddress target,
      Selector selector,
      Way up,
      Way down,
      Consumer<Exception> onTrouble)
      throws IOException {
    this.onTrouble = onTrouble;
    this.target = target;
    this.selector = selector;
    this.up = up;
    this.down = down;
    listening = DatagramChannel.open();
    try {
      enlarge(listening);
      listening.bind(listen);
      listening.configureBlocking(false);
      listening.register(selector, SelectionKey.OP_READ, this);
    } catch (IOException | RuntimeException unusable) {
      listening.close();
      throw unusable;
    }
  }

  private static void enlarge(DatagramChannel channel) throws IOException {
    channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
    channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
  }

  /** Devices have sent something. */
  void fromDevices() throws IOException {
    for (int i = 0; i < AT_ONCE; i++) {
      buffer.clear();
      var from = listening.receive(buffer);
      if (from == null) {
        return;
      }
      try {
        var channel = onwards(from);
        var copy = copy();
        up.datagram(copy.remaining(), () -> send(copy, channel, null, up));
      } catch (IOException notServed) {
        up.hadNoRoom();
        onTrouble.accept(notServed);
      }
    }
  }

  /** The edge has sent something to a device. */
  void fromEdge(DatagramChannel channel, Device device) throws IOException {
    for (int i = 0; i < AT_ONCE && channel.isOpen(); i++) {
      buffer.clear();
      if (channel.receive(buffer) == null) {
        return;
      }
      var copy = copy();
      down.datagram(copy.remaining(), () -> send(copy, listening, device.address, down));
    }
  }

  private ByteBuffer copy() {
    buffer.flip();
    return ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
  }

  private DatagramChannel onwards(SocketAddress device) throws IOException {
    var known = onwards.get(device);
    if (known != null) {
      return known;
    }
    if (onwards.size() >= MOST_DEVICES) {
      var oldest = onwards.keySet().iterator().next();
      var channel = onwards.remove(oldest);
      if (channel != null) {
        channel.close();
      }
    }
    var channel = DatagramChannel.open();
    try {
      enlarge(channel);
      channel.connect(target);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, new Device(device));
    } catch (IOException unusable) {
      channel.close();
      throw unusable;
    }
    onwards.put(device, channel);
    return channel;
  }

  /** A datagram that cannot leave now is lost, as at any interface. */
  private static void send(
      ByteBuffer datagram, DatagramChannel channel, @Nullable SocketAddress to, Way way) {
    try {
      int size = datagram.remaining();
      var view = datagram.duplicate(); // a second copy may follow
      int sent = to == null ? channel.write(view) : channel.send(view, to);
      if (sent < size) {
        way.hadNoRoom();
      }
    } catch (IOException nobodyThere) {
      way.hadNoRoom();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (var channel : onwards.values()) {
      channel.close();
    }
  }
}
