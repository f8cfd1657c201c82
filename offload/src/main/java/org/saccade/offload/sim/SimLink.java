package org.saccade.offload.sim;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.netem.model.Direction;
import org.saccade.offload.netem.model.Headers;
import org.saccade.offload.netem.model.Pipe;
import org.saccade.offload.protocol.Limits;

/**
 * One session on virtual time: requests up, tiles down in pieces, in the order of the newest
 * request and at its granted pace, each attempt once.
 */
final class SimLink {
  /** A piece of a tile that arrives. */
  record Piece(
      long nanos, long address, int index, int of, int packet, int sentMicros, int bytes) {}

  private static final class Ask {
    private final long nanos;
    private final long[] addresses;
    private final int[] attempts;
    private final double bytesPerSecond;

    private Ask(long nanos, long[] addresses, int[] attempts, double bytesPerSecond) {
      this.nanos = nanos;
      this.addresses = addresses;
      this.attempts = attempts;
      this.bytesPerSecond = bytesPerSecond;
    }
  }

  private final SimEdge edge;
  private final TileBytes tileBytes;
  private final Pipe up;
  private final Pipe down;
  private final ArrayDeque<Ask> asks = new ArrayDeque<>();
  private final ArrayDeque<Piece> arriving = new ArrayDeque<>();
  private final Map<Long, Integer> sent = new HashMap<>();
  private Ask current = new Ask(0, new long[0], new int[0], 1);
  private long clock;
  private int packet;
  private long tileBytesSent;

  SimLink(SimSettings settings, SimEdge edge, long seed) {
    this.edge = edge;
    tileBytes = settings.tileBytes();
    up = new Pipe(settings.network(), Direction.UP, seed);
    down = new Pipe(settings.network(), Direction.DOWN, seed + 1);
  }

  /** Bytes of tiles that left the edge. */
  long tileBytesSent() {
    return tileBytesSent;
  }

  /** Asks for tiles, best first. */
  void ask(long nanos, long[] addresses, int[] attempts, double bytesPerSecond) {
    long at = up.sendDatagram(nanos, Limits.DATAGRAM_BYTES + Headers.UDP_BYTES);
    if (at != Pipe.LOST && at != Pipe.NEVER) {
      asks.add(new Ask(at, addresses, attempts, bytesPerSecond));
    }
  }

  /** Lets the edge work up to an instant. */
  void run(long until) {
    for (var next = asks.peek(); next != null && next.nanos <= until; next = asks.peek()) {
      send(next.nanos);
      current = next;
      clock = Math.max(clock, next.nanos);
      edge.want(next.addresses, next.nanos);
      asks.remove();
    }
    send(until);
    clock = Math.max(clock, until);
  }

  /** The next piece that has arrived; null when there is none. */
  @Nullable Piece poll(long nanos) {
    var first = arriving.peek();
    return first != null && first.nanos <= nanos ? arriving.remove() : null;
  }

  private void send(long until) {
    while (clock <= until) {
      edge.bakeNext(current.addresses, clock);
      int next = next();
      if (next < 0) {
        return;
      }
      long ready = edge.readyNanos(current.addresses[next]);
      if (ready > clock) {
        clock = Math.min(ready, Math.max(clock + 1, edge.freeNanos()));
      } else {
        send(current.addresses[next], current.attempts[next]);
      }
    }
  }

  /** The best tile that can be sent now, else the one that can be sent first; -1 for none. */
  private int next() {
    int best = -1;
    long soonest = Long.MAX_VALUE;
    for (int i = 0; i < current.addresses.length; i++) {
      long address = current.addresses[i];
      long ready = edge.readyNanos(address);
      boolean isNew = current.attempts[i] > sent.getOrDefault(address, -1);
      if (isNew && ready <= clock) {
        return i;
      }
      if (isNew && (best < 0 || ready < soonest)) {
        best = i;
        soonest = ready;
      }
    }
    return best;
  }

  private void send(long address, int attempt) {
    sent.put(address, attempt);
    int bytes = tileBytes.of(address);
    tileBytesSent += bytes;
    int pieces = Math.max(1, Math.ceilDiv(bytes, Limits.DATAGRAM_PIECE_BYTES));
    for (int i = 0; i < pieces; i++) {
      int left = Math.min(Limits.DATAGRAM_PIECE_BYTES, bytes - i * Limits.DATAGRAM_PIECE_BYTES);
      int onWire = left + Limits.DATAGRAM_BYTES - Limits.DATAGRAM_PIECE_BYTES + Headers.UDP_BYTES;
      long at = down.sendDatagram(clock, onWire);
      if (at != Pipe.LOST && at != Pipe.NEVER) {
        arriving.add(new Piece(at, address, i, pieces, packet, (int) (clock / 1_000), onWire));
      }
      packet++;
      clock += Math.round(onWire / Math.max(1, current.bytesPerSecond) * 1e9);
    }
  }
}
