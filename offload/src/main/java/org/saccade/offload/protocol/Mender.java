package org.saccade.offload.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saccade.offload.fec.ErasureCode;

/**
 * The device's side of repair: rebuilds lost fragments from those of their group that came and the
 * group's repair. Holds the last {@value #PACKETS} fragments and {@value #GROUPS} groups of at most
 * {@link Limits#REPAIR_ROWS} rows, 0.6 MB in all; what is oldest goes first. A rebuilt tile is
 * trusted no more than any other: its content hash decides. One thread.
 */
public final class Mender {
  static final int PACKETS = 256;
  static final int GROUPS = 8;

  private final @Nullable TileFragment[] recent = new TileFragment[PACKETS];
  private final Map<Integer, Group> groups = new LinkedHashMap<>();
  private long rebuilt;
  private long malformed;

  private static final class Group {
    private final TileRepair shape;
    private final List<ErasureCode.Row> rows = new ArrayList<>();

    Group(TileRepair shape) {
      this.shape = shape;
    }

    private boolean hasRow(int number) {
      return rows.stream().anyMatch(row -> row.number() == number);
    }

    private boolean hasMember(int packet) {
      int at = packet - shape.firstMember();
      return at >= 0 && at < shape.members().size();
    }
  }

  /** Takes a fragment that came by itself; gives those that could be rebuilt with it. */
  public List<TileFragment> accept(TileFragment fragment) {
    int bytes = TileFragment.HEADER_BYTES + fragment.payload().size();
    if (bytes > Limits.DATAGRAM_MESSAGE_BYTES) {
      return List.of(); // it came by the stream
    }
    recent[slot(fragment.packet())] = fragment;
    for (Group group : groups.values()) {
      if (group.hasMember(fragment.packet())) {
        return rebuild(group);
      }
    }
    return List.of();
  }

  /** Takes repair; gives what could be rebuilt with it. */
  public List<TileFragment> accept(TileRepair repair) {
    Group group = groups.get(repair.firstMember());
    if (group == null) {
      group = new Group(repair);
      makeRoom();
      groups.put(repair.firstMember(), group);
    } else if (!isOfGroup(repair, group.shape)) {
      malformed++;
      return List.of();
    }
    byte[] rows = repair.rows().toArray();
    for (int i = 0; i < repair.rowCount(); i++) {
      int number = repair.firstRow() + i;
      if (!group.hasRow(number)) {
        int at = i * repair.symbolBytes();
        group.rows.add(
            new ErasureCode.Row(number, FragmentSymbols.words(rows, at, repair.symbolBytes())));
      }
    }
    return rebuild(group);
  }

  private static boolean isOfGroup(TileRepair repair, TileRepair shape) {
    return repair.session() == shape.session()
        && repair.symbolBytes() == shape.symbolBytes()
        && repair.members().equals(shape.members());
  }

  private List<TileFragment> rebuild(Group group) {
    var shape = group.shape;
    int missing = 0;
    for (int i = 0; i < shape.members().size(); i++) {
      missing += member(shape, i) == null ? shape.members().get(i) : 0;
    }
    if (missing > group.rows.size()) {
      return List.of();
    }
    groups.remove(shape.firstMember());
    return missing == 0 ? List.of() : solve(shape, group.rows);
  }

  private List<TileFragment> solve(TileRepair shape, List<ErasureCode.Row> rows) {
    long[] @Nullable [] sources = new long[shape.symbols()][];
    var members = shape.members();
    for (int i = 0, at = 0; i < members.size(); at += members.get(i++)) {
      TileFragment here = member(shape, i);
      if (here != null) {
        FragmentSymbols.write(here, shape.symbolBytes(), sources, at);
      }
    }
    ErasureCode.rebuild(sources, rows, FragmentSymbols.words(shape.symbolBytes()));
    List<TileFragment> fragments = new ArrayList<>();
    for (int i = 0, at = 0; i < members.size(); at += members.get(i++)) {
      if (member(shape, i) == null) {
        read(shape, sources, at, i, fragments);
      }
    }
    return fragments;
  }

  private void read(
      TileRepair shape, long[] @Nullable [] sources, int at, int index, List<TileFragment> to) {
    try {
      int packet = shape.firstMember() + index;
      int count = shape.members().get(index);
      var fragment = FragmentSymbols.read(sources, at, count, shape.symbolBytes(), shape, packet);
      recent[slot(packet)] = fragment;
      to.add(fragment);
      rebuilt++;
    } catch (MalformedMessageException e) {
      malformed++;
    }
  }

  /** A member of the group that is here and as long as the group says; null when it is not. */
  private @Nullable TileFragment member(TileRepair shape, int index) {
    int packet = shape.firstMember() + index;
    TileFragment here = recent[slot(packet)];
    if (here == null || here.packet() != packet) {
      return null;
    }
    int symbols = FragmentSymbols.count(FragmentSymbols.codedBytes(here), shape.symbolBytes());
    return symbols == shape.members().get(index) ? here : null;
  }

  private static int slot(int packet) {
    return packet & (PACKETS - 1);
  }

  private void makeRoom() {
    if (groups.size() == GROUPS) {
      groups.remove(groups.keySet().iterator().next());
    }
  }

  /** Forgets everything, as when a session ends. */
  public void clear() {
    java.util.Arrays.fill(recent, null);
    groups.clear();
  }

  /** Groups whose repair is here while too much of them is missing. */
  public int groups() {
    return groups.size();
  }

  /** Fragments that were lost and rebuilt. */
  public long rebuilt() {
    return rebuilt;
  }

  /** Repair that contradicts its group, and what it rebuilt that was no fragment. */
  public long malformed() {
    return malformed;
  }
}
