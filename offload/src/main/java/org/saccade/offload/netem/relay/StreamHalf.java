package org.saccade.offload.netem.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import org.saccade.offload.netem.model.Headers;

/**
 * One direction of a connection: reads segments from one socket while few are under way, and writes
 * them to the other when they are through. The relay's thread.
 */
final class StreamHalf {
  /**
   * More than this under way, and the source has to wait: no faster than a real sender's window.
   */
  private static final long MOST_UNDER_WAY = 2_000_000;

  private final Way way;
  private final SelectionKey from;
  private final SelectionKey to;
  private final ArrayDeque<ByteBuffer> arrived = new ArrayDeque<>();
  private long underWay;
  private boolean hasEnded;
  private boolean isShut;

  StreamHalf(Way way, SelectionKey from, SelectionKey to) {
    this.way = way;
    this.from = from;
    this.to = to;
  }

  /** Takes in what the source has, within the window. */
  void read() throws IOException {
    var channel = (SocketChannel) from.channel();
    while (!hasEnded && underWay < MOST_UNDER_WAY) {
      var segment = ByteBuffer.allocate(Headers.SEGMENT_BYTES);
      int size = channel.read(segment);
      if (size == 0) {
        break;
      }
      hasEnded = size < 0;
      segment.flip();
      underWay += segment.remaining();
      way.segment(segment.remaining(), () -> arrived.add(segment)); // the last one may be empty
    }
    boolean isReading = !hasEnded && underWay < MOST_UNDER_WAY;
    interest(from, SelectionKey.OP_READ, isReading);
  }

  /** Writes what is through; asks to be called again when the socket has room. */
  void write() throws IOException {
    var channel = (SocketChannel) to.channel();
    for (var next = arrived.peek(); next != null; next = arrived.peek()) {
      int size = next.remaining();
      underWay -= size > 0 ? channel.write(next) : 0;
      if (next.hasRemaining()) {
        interest(to, SelectionKey.OP_WRITE, true);
        return;
      }
      arrived.remove();
      if (size == 0) {
        isShut = true;
        channel.shutdownOutput();
      }
    }
    interest(to, SelectionKey.OP_WRITE, false);
    if (!hasEnded && underWay < MOST_UNDER_WAY / 2) {
      interest(from, SelectionKey.OP_READ, true);
    }
  }

  boolean hasArrived() {
    return !arrived.isEmpty();
  }

  /** Whether all of it is through, its end too. */
  boolean isOver() {
    return isShut;
  }

  private static void interest(SelectionKey key, int operation, boolean isWanted) {
    if (key.isValid()) {
      int others = key.interestOps() & ~operation;
      key.interestOps(isWanted ? others | operation : others);
    }
  }
}
