package org.saccade.offload.protocol;

import org.saccade.render.tile.Bytes;

/**
 * Repair for a group of tile fragments sent as datagrams just before, whose packets are numbered
 * one after the other.
 *
 * @param packet counts the datagrams of the session, for loss; modulo 2^32
 * @param sentMicros the edge's clock when it left; modulo 2^32, only differences count
 * @param firstMember packet of the group's first fragment
 * @param members symbols of each of the group's fragments, a byte each
 * @param firstRow number of the first repair symbol carried
 * @param symbolBytes length of every symbol of the group
 * @param rows repair symbols, one after the other
 */
public record TileRepair(
    long session,
    int packet,
    int sentMicros,
    int firstMember,
    Bytes members,
    int firstRow,
    int symbolBytes,
    Bytes rows)
    implements Message {
  /** Bytes before members and rows, the envelope included. */
  public static final int HEADER_BYTES = 4 + 8 + 4 + 4 + 4 + 1 + 1 + 1 + 1 + 4;

  public TileRepair {
    int count = members.size();
    require(count >= 1 && count <= Limits.REPAIR_MEMBERS, "members", count);
    boolean isEven = symbolBytes > 0 && symbolBytes % 2 == 0;
    require(isEven && symbolBytes <= Limits.SYMBOL_BYTES, "symbolBytes", symbolBytes);
    for (int i = 0; i < count; i++) {
      require(members.get(i) >= 1 && members.get(i) <= Limits.SYMBOLS, "symbols", members.get(i));
    }
    int carried = rows.size() / symbolBytes;
    require(carried >= 1 && carried * symbolBytes == rows.size(), "row bytes", rows.size());
    require(firstRow >= 0 && firstRow + carried <= Limits.REPAIR_ROWS, "rows", firstRow + carried);
    int bytes = encodedBytes(count, rows.size());
    require(bytes <= Limits.DATAGRAM_MESSAGE_BYTES, "bytes", bytes);
  }

  /** Encoded length of repair: members take half a byte each. */
  static int encodedBytes(int members, int rowBytes) {
    return HEADER_BYTES + (members + 1) / 2 + rowBytes;
  }

  /** Repair symbols carried. */
  public int rowCount() {
    return rows.size() / symbolBytes;
  }

  /** Source symbols of the group. */
  int symbols() {
    return sum(members);
  }

  private static int sum(Bytes members) {
    int sum = 0;
    for (int i = 0; i < members.size(); i++) {
      sum += members.get(i);
    }
    return sum;
  }

  private static void require(boolean holds, String what, int value) {
    if (!holds) {
      throw new IllegalArgumentException("repair: %s is %d; out of bounds".formatted(what, value));
    }
  }
}
