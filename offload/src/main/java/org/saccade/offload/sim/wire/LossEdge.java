package org.saccade.offload.sim.wire;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.fec.Need;
import org.saccade.offload.netem.model.Direction;
import org.saccade.offload.netem.model.Headers;
import org.saccade.offload.netem.model.NetworkTrace;
import org.saccade.offload.netem.model.Pipe;
import org.saccade.offload.protocol.Codec;
import org.saccade.offload.protocol.Fragmenter;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.RepairGroup;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.TileRepair;
import org.saccade.offload.protocol.Wish;
import org.saccade.offload.rate.Allowance;
import org.saccade.offload.rate.TokenBucket;

/**
 * The edge's answers over an emulated network: each (address, attempt) once, in the request's
 * order, at the granted pace, repair after its group. It has all tiles. One thread.
 */
final class LossEdge {
  /** Seal, IPv4 and UDP headers. */
  static final int AROUND_BYTES = Limits.SEAL_BYTES + Headers.UDP_BYTES;

  private final Pipe down;
  private final Map<Long, TileLoad.Tile> tiles;
  private final PriorityQueue<Arriving> arriving = new PriorityQueue<>();
  private final ArrayDeque<Due> requests = new ArrayDeque<>();
  private final Set<Wish> sent = new HashSet<>();
  private final TokenBucket bucket = new TokenBucket(4L * Limits.DATAGRAM_BYTES);
  private final RepairGroup repair = new RepairGroup();
  private final Map<Integer, Sent> packets = new HashMap<>();
  private final EnumMap<Need, Double> sentBytes = new EnumMap<>(Need.class);
  private Message.@Nullable FovRequest request;
  private @Nullable Fragmenter cut;
  private @Nullable Wish current;
  private @Nullable Need currentNeed;
  private int nextPiece;
  private int packet;
  private double repairBytes;

  private record Due(long nanos, Message.FovRequest request) {}

  private record Sent(Need need, int bytes) {}

  /** A message on its way down. */
  record Arriving(long nanos, Message message) implements Comparable<Arriving> {
    @Override
    public int compareTo(Arriving other) {
      return Long.compare(nanos, other.nanos);
    }
  }

  LossEdge(NetworkTrace trace, Map<Long, TileLoad.Tile> tiles, long seed) {
    down = new Pipe(trace, Direction.DOWN, seed);
    this.tiles = tiles;
  }

  /** A request that will arrive. */
  void expect(long nanos, Message.FovRequest coming) {
    requests.add(new Due(nanos, coming));
  }

  /** The next message that has arrived at the device; null when there is none. */
  @Nullable Arriving arrived(long now) {
    var first = arriving.peek();
    return first == null || first.nanos > now ? null : arriving.remove();
  }

  void step(long now) {
    for (var due = requests.peek(); due != null && due.nanos <= now; due = requests.peek()) {
      requests.remove();
      accept(due, now);
    }
    while (sendOne(now)) {}
  }

  /** From here on bytes are counted. */
  void countAnew() {
    sentBytes.clear();
    repairBytes = 0;
  }

  double sentBytes(Need need) {
    return sentBytes.getOrDefault(need, 0.0);
  }

  double repairBytes() {
    return repairBytes;
  }

  private void accept(Due due, long now) {
    var fresh = due.request;
    request = fresh;
    repair.lossIs(fresh.protection().lossShare());
    var grant = fresh.grant();
    bucket.renew(
        new Allowance(grant.bytesPerSecond(), grant.capBytes()), now, now + Limits.GRANT_NANOS);
    var under = current;
    if (under != null && !fresh.wishes().contains(under.address())) {
      sent.remove(key(under));
      endTile();
    }
    int held = (int) ((now - due.nanos) / 1_000);
    send(new Message.Receipt(fresh.session(), fresh.sequence(), fresh.sentNanos(), held, 0), now);
  }

  private boolean sendOne(long now) {
    var open = cut == null ? openNext() : cut;
    if (repair.isDue(currentNeed, now)) {
      return sendRepair(now);
    }
    var wish = current;
    var need = currentNeed;
    if (open == null || wish == null || need == null) {
      return false;
    }
    int bytes = open.fragmentBytes(nextPiece);
    if (!bucket.take(bytes, now)) {
      return false;
    }
    var piece = open.fragment(1, ++packet, (int) (now / 1_000), wish, nextPiece);
    repair.add(piece, need, now);
    packets.put(packet, new Sent(need, bytes));
    sentBytes.merge(need, (double) bytes, Double::sum);
    send(piece, now);
    if (++nextPiece == open.count()) {
      endTile();
    }
    return true;
  }

  private boolean sendRepair(long now) {
    int bytes = repair.nextBytes();
    if (!bucket.take(bytes, now)) {
      return false;
    }
    var mending = repair.next(1, ++packet, (int) (now / 1_000));
    repair.sent();
    repairBytes += bytes;
    share(mending, bytes);
    send(mending, now);
    return true;
  }

  /** Repair is for all of its group, by their bytes. */
  private void share(TileRepair mending, int bytes) {
    double all = 0;
    for (int i = 0; i < mending.members().size(); i++) {
      all += of(mending, i).bytes;
    }
    for (int i = 0; i < mending.members().size(); i++) {
      var member = of(mending, i);
      sentBytes.merge(member.need, bytes * member.bytes / all, Double::sum);
    }
  }

  private Sent of(TileRepair mending, int member) {
    return java.util.Objects.requireNonNull(packets.get(mending.firstMember() + member));
  }

  private void send(Message message, long now) {
    long arrival = down.sendDatagram(now, Codec.encodedBytes(message) + AROUND_BYTES);
    if (arrival != Pipe.LOST && arrival != Pipe.NEVER) {
      arriving.add(new Arriving(arrival, message));
    }
  }

  private @Nullable Fragmenter openNext() {
    var from = request;
    if (from == null) {
      return null;
    }
    for (int i = 0; i < from.wishes().size(); i++) {
      var wish = from.wishes().get(i);
      var tile = tiles.get(wish.address());
      if (tile != null && sent.add(key(wish))) {
        current = wish;
        currentNeed = from.protection().need(i);
        cut = Fragmenter.forDatagrams(tile.body(), wish.address());
        return cut;
      }
    }
    return null;
  }

  private static Wish key(Wish wish) {
    return new Wish(wish.address(), 0, wish.attempt());
  }

  private void endTile() {
    cut = null;
    current = null;
    currentNeed = null;
    nextPiece = 0;
  }

  /** Bytes of the tile's fragments, each once. */
  static int fragmentBytes(TileLoad.Tile tile) {
    var cut = Fragmenter.forDatagrams(tile.body(), tile.address());
    return cut.count() * TileFragment.HEADER_BYTES + tile.body().size();
  }
}
