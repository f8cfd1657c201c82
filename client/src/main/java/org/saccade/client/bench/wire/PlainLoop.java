package org.saccade.client.bench.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.protocol.Limits;

/**
 * What the wire is measured against: the same bytes in as many datagrams, one select for each, and
 * the same copies, by the JDK's channels alone; nothing is sealed, framed or checked. Two threads,
 * an edge's and a device's; what came waits in a queue as in a link.
 */
final class PlainLoop implements DatagramWay {
  private static final int BUFFER_BYTES = 4 << 20;
  private static final int SELECT_MILLIS = 50;
  private static final int HEAD_BYTES = Limits.DATAGRAM_BYTES - Limits.DATAGRAM_PIECE_BYTES;
  private static final String DEVICE = "plain-device";

  private final LongSupplier clock;
  private final byte[] tile;
  private final int pieces;
  private final Selector edgeSelector = Selector.open();
  private final Selector deviceSelector = Selector.open();
  private final DatagramChannel edge;
  private final DatagramChannel device;
  private final SocketAddress edgeAddress;
  private final SocketAddress deviceAddress;
  private final byte[] plain = new byte[Limits.DATAGRAM_BYTES];
  private final byte[] second = new byte[Limits.DATAGRAM_BYTES];
  private final ByteBuffer out = ByteBuffer.allocateDirect(Limits.DATAGRAM_BYTES);
  private final Queue<Piece> arrived = new ConcurrentLinkedQueue<>();

  /** A piece that came. */
  private record Piece(ByteBuffer bytes, long nanos) {}

  PlainLoop(byte[] tile, LongSupplier clock) throws IOException {
    this.tile = tile.clone();
    this.clock = clock;
    pieces = (tile.length + Limits.DATAGRAM_PIECE_BYTES - 1) / Limits.DATAGRAM_PIECE_BYTES;
    edge = open(edgeSelector);
    device = open(deviceSelector);
    edgeAddress = edge.getLocalAddress();
    deviceAddress = device.getLocalAddress();
    start("plain-edge", edgeSelector, this::answer);
    start(DEVICE, deviceSelector, this::receive);
  }

  private static DatagramChannel open(Selector selector) throws IOException {
    var channel = DatagramChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
    channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
    return channel;
  }

  /** Takes one datagram. */
  @FunctionalInterface
  private interface Taker {
    void take(ByteBuffer buffer) throws IOException;
  }

  private static void start(String name, Selector selector, Taker taker) {
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(
            () -> {
              var buffer = ByteBuffer.allocateDirect(2 * Limits.DATAGRAM_BYTES);
              try {
                while (selector.isOpen()) {
                  if (selector.select(SELECT_MILLIS) > 0) {
                    selector.selectedKeys().clear();
                    taker.take(buffer);
                  }
                }
              } catch (ClosedSelectorException closed) {
                // The loop is over.
              } catch (IOException e) {
                if (selector.isOpen()) {
                  throw new UncheckedIOException(e);
                }
              }
            });
  }

  /** The edge's thread: all of the tile for each datagram that comes. */
  private void answer(ByteBuffer buffer) throws IOException {
    if (edge.receive(buffer.clear()) != null) {
      for (int i = 0; i < pieces; i++) {
        send(i);
      }
    }
  }

  /** The device's thread. */
  private void receive(ByteBuffer buffer) throws IOException {
    if (device.receive(buffer.clear()) != null) {
      int bytes = buffer.flip().remaining();
      var sealed = new byte[bytes];
      buffer.get(sealed);
      var opened = sealed.clone();
      arrived.add(new Piece(ByteBuffer.wrap(opened), clock.getAsLong()));
    }
  }

  @Override
  public boolean send(int index) throws IOException {
    int from = index % pieces * Limits.DATAGRAM_PIECE_BYTES;
    int bytes = Math.min(Limits.DATAGRAM_PIECE_BYTES, tile.length - from);
    System.arraycopy(tile, from, plain, HEAD_BYTES, bytes);
    System.arraycopy(plain, 0, second, 0, HEAD_BYTES + bytes);
    out.clear().put(second, 0, HEAD_BYTES + bytes).flip();
    return edge.send(out, deviceAddress) > 0;
  }

  @Override
  public int drain() {
    int count = 0;
    while (arrived.poll() != null) {
      count++;
    }
    return count;
  }

  @Override
  public Set<String> threads() {
    return Set.of(DEVICE);
  }

  /** Asks for the tile and waits; nanoseconds until its last byte was there, or NaN. */
  double ask(ByteBuffer request, long patienceNanos) throws IOException {
    drain();
    long began = clock.getAsLong();
    device.send(request.duplicate(), edgeAddress);
    var joined = new byte[tile.length];
    int at = 0;
    while (clock.getAsLong() - began < patienceNanos) {
      for (@Nullable Piece piece = arrived.poll(); piece != null; piece = arrived.poll()) {
        int bytes = piece.bytes.remaining() - HEAD_BYTES;
        piece.bytes.get(HEAD_BYTES, joined, at, bytes);
        at += bytes;
        if (at == joined.length) {
          return piece.nanos - began;
        }
      }
      AskingDevice.rest();
    }
    return Double.NaN;
  }

  @Override
  public void close() throws IOException {
    edgeSelector.close();
    deviceSelector.close();
    edge.close();
    device.close();
  }
}
