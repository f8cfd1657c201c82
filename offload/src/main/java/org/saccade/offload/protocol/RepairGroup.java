package org.saccade.offload.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.fec.ErasureCode;
import org.saccade.offload.fec.Need;
import org.saccade.offload.fec.Strength;
import org.saccade.render.tile.Bytes;

/**
 * The edge's side of repair: gathers the fragments that leave by datagram, and when a group is
 * complete makes its repair, a datagram at a time. A group ends when nothing is left to send, when
 * it is full, when it is old, or when it is large and what follows is needed less. One thread.
 */
public final class RepairGroup {
  /** From so many on a group does not wait for tiles that are needed less. */
  private static final int LARGE = 64;

  /** Older than this its first fragments would wait too long for their repair. */
  private static final long OLD_NANOS = 8_000_000L;

  /** Fewer wait for more: alone they would take as much repair again. */
  private static final int FEW = 8;

  private final List<TileFragment> members = new ArrayList<>();
  private final Set<Long> tiles = new HashSet<>();
  private Need need = Need.PERIPHERY;
  private long openedNanos;
  private double loss;
  private @Nullable Closed closed;

  /** A group whose repair is being sent. */
  private static final class Closed {
    private final Strength strength;
    private final int symbolBytes;
    private final int firstMember;
    private final byte[] counts;
    private final long[] @Nullable [] sources;
    private int sent;

    Closed(List<TileFragment> members, Need need, int tiles, double loss) {
      int longest = 0;
      for (var member : members) {
        longest = Math.max(longest, FragmentSymbols.codedBytes(member));
      }
      symbolBytes = Math.min(longest + (longest & 1), Limits.SYMBOL_BYTES);
      firstMember = members.getFirst().packet();
      counts = new byte[members.size()];
      int[] each = new int[members.size()];
      int all = 0;
      for (int i = 0; i < each.length; i++) {
        each[i] = FragmentSymbols.count(FragmentSymbols.codedBytes(members.get(i)), symbolBytes);
        counts[i] = (byte) each[i];
        all += each[i];
      }
      double mostMissing = need.mostAskedAgain() * tiles / members.size();
      int room = Limits.DATAGRAM_MESSAGE_BYTES - TileRepair.encodedBytes(each.length, 0);
      int mostRows = Math.min(Limits.REPAIR_ROWS, room / symbolBytes);
      double again = (double) members.size() / tiles;
      strength = Strength.of(each, loss, mostMissing, again, mostRows, Limits.REPAIR_ROWS);
      sources = new long[strength.datagrams() == 0 ? 0 : all][];
      for (int i = 0, at = 0; sources.length > 0 && i < each.length; at += each[i++]) {
        FragmentSymbols.write(members.get(i), symbolBytes, sources, at);
      }
    }

    private int nextBytes() {
      return TileRepair.encodedBytes(counts.length, strength.rows() * symbolBytes);
    }
  }

  /** What the newest request says of loss. */
  public void lossIs(double share) {
    loss = share;
  }

  /** A fragment of a tile that is needed so much leaves by datagram now. */
  public void add(TileFragment fragment, Need needed, long now) {
    if (loss <= 0) {
      return;
    }
    if (!members.isEmpty() && fragment.packet() - members.getFirst().packet() != members.size()) {
      clear(); // something else was numbered between: nothing can name this group
    }
    if (members.isEmpty()) {
      openedNanos = now;
    }
    members.add(fragment);
    tiles.add(fragment.address());
    if (needed.compareTo(need) < 0) {
      need = needed;
    }
  }

  /**
   * Whether the next datagram to leave must be one of repair; ends the group where it is due.
   *
   * @param next how much the tile that would be sent next is needed; null when there is none
   */
  public boolean isDue(@Nullable Need next, long now) {
    if (closed == null && !members.isEmpty() && isAtEnd(next, now)) {
      var ended = new Closed(members, need, tiles.size(), loss);
      clear();
      closed = ended.strength.datagrams() == 0 ? null : ended;
    }
    return closed != null;
  }

  private boolean isAtEnd(@Nullable Need next, long now) {
    return next == null
        || members.size() == Limits.REPAIR_MEMBERS
        || (members.size() >= FEW && now - openedNanos > OLD_NANOS)
        || (members.size() >= LARGE && next.compareTo(need) > 0);
  }

  /** Encoded length of the next repair. */
  public int nextBytes() {
    return due().nextBytes();
  }

  /** The next repair; ask {@link #isDue} before. */
  public TileRepair next(long session, int packet, int sentMicros) {
    var group = due();
    int rows = group.strength.rows();
    int first = group.sent * rows;
    byte[] carried = new byte[rows * group.symbolBytes];
    for (int i = 0; i < rows; i++) {
      long[] row =
          ErasureCode.repair(first + i, group.sources, FragmentSymbols.words(group.symbolBytes));
      byte[] bytes = FragmentSymbols.bytes(row, group.symbolBytes);
      System.arraycopy(bytes, 0, carried, i * group.symbolBytes, group.symbolBytes);
    }
    return new TileRepair(
        session,
        packet,
        sentMicros,
        group.firstMember,
        Bytes.wrap(group.counts),
        first,
        group.symbolBytes,
        Bytes.wrap(carried));
  }

  /** The next repair left. */
  public void sent() {
    var group = due();
    if (++group.sent == group.strength.datagrams()) {
      closed = null;
    }
  }

  private Closed due() {
    var group = closed;
    if (group == null) {
      throw new IllegalStateException("no repair is due: ask isDue first");
    }
    return group;
  }

  private void clear() {
    members.clear();
    tiles.clear();
    need = Need.PERIPHERY;
  }
}
