package org.saccade.offload.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.offload.fec.Need;
import org.saccade.render.codec.TileBody;
import org.saccade.render.tile.Bytes;

/** Both sides of repair: the edge's group and the device's mender. */
final class RepairTest {
  private static final double LOSS = 0.05;

  private final List<TileFragment> fragments = new ArrayList<>();
  private final List<TileRepair> repairs = new ArrayList<>();
  private int packet;

  private void send(RepairGroup group, int tiles, Random random) {
    for (int tile = 0; tile < tiles; tile++) {
      byte[] body = new byte[random.nextInt(4) == 0 ? 40 : 1 + random.nextInt(4_000)];
      random.nextBytes(body);
      Bytes bytes = Bytes.wrap(body);
      Fragmenter cut = Fragmenter.forDatagrams(bytes, TileBody.contentHash(bytes));
      for (int i = 0; i < cut.count(); i++) {
        repair(group, Need.FOVEAL);
        TileFragment piece = cut.fragment(1, ++packet, 0, new Wish(tile + 1, 0, 0), i);
        group.add(piece, Need.FOVEAL, 0);
        fragments.add(piece);
      }
    }
    repair(group, null);
  }

  private void repair(RepairGroup group, @org.jspecify.annotations.Nullable Need next) {
    while (group.isDue(next, 0)) {
      int bytes = group.nextBytes();
      TileRepair repair = group.next(1, ++packet, 0);
      group.sent();
      assertEquals(bytes, Codec.encodedBytes(repair));
      assertTrue(bytes <= Limits.DATAGRAM_MESSAGE_BYTES);
      repairs.add(repair);
    }
  }

  private static Message overTheWire(Message message) {
    ByteBuffer bytes = ByteBuffer.allocate(Limits.MESSAGE_BYTES);
    Codec.encode(message, bytes);
    try {
      return Codec.decode(bytes.flip());
    } catch (MalformedMessageException e) {
      throw new AssertionError(e);
    }
  }

  @Property(tries = 60)
  void whatIsLostIsRebuiltWhileEnoughOfTheGroupArrives(
      @ForAll @IntRange(min = 1, max = 60) int tiles, @ForAll long seed) {
    Random random = new Random(seed);
    RepairGroup group = new RepairGroup();
    group.lossIs(LOSS);
    send(group, tiles, random);
    Mender mender = new Mender();
    Set<Integer> here = new HashSet<>();
    List<TileFragment> rebuilt = new ArrayList<>();
    List<Message> all = new ArrayList<>(fragments);
    all.addAll(repairs);
    all.sort((a, b) -> Integer.compare(numberOf(a), numberOf(b)));
    // One fragment of each group is lost, which any repair of the group mends.
    Set<Integer> lost = new HashSet<>();
    for (TileRepair repair : repairs) {
      int members = repair.members().size();
      lost.add(repair.firstMember() + Math.floorMod(seed, members));
    }
    for (Message message : all) {
      if (lost.contains(numberOf(message))) {
        continue;
      }
      switch (overTheWire(message)) {
        case TileFragment fragment -> {
          here.add(fragment.packet());
          rebuilt.addAll(mender.accept(fragment));
        }
        case TileRepair repair -> rebuilt.addAll(mender.accept(repair));
        default -> throw new AssertionError();
      }
    }
    assertFalse(repairs.isEmpty());
    assertEquals(lost.size(), rebuilt.size());
    for (TileFragment piece : fragments) {
      if (!here.contains(piece.packet())) {
        assertTrue(
            rebuilt.stream()
                .anyMatch(
                    each ->
                        each.packet() == piece.packet()
                            && each.address() == piece.address()
                            && each.payload().equals(piece.payload())));
      }
    }
    assertEquals(lost.size(), mender.rebuilt());
    assertEquals(0, mender.groups());
  }

  private static int numberOf(Message message) {
    return message instanceof TileRepair repair
        ? repair.packet()
        : ((TileFragment) message).packet();
  }

  @Property(tries = 100)
  void damagedRepairNeverMakesAWrongTile(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 100_000) int at) {
    Random random = new Random(seed);
    RepairGroup group = new RepairGroup();
    group.lossIs(LOSS);
    send(group, 6, random);
    Mender mender = new Mender();
    Reassembler reassembler = new Reassembler(64, 1 << 20);
    for (int i = 0; i < fragments.size(); i++) {
      TileFragment piece = fragments.get(i);
      if (i != at % fragments.size()) {
        check(reassembler.accept(piece));
        mender.accept(piece).forEach(each -> check(reassembler.accept(each)));
      }
    }
    for (TileRepair repair : repairs) {
      byte[] rows = repair.rows().toArray();
      rows[at % rows.length] ^= (byte) (1 + random.nextInt(255));
      TileRepair damaged =
          new TileRepair(
              repair.session(),
              repair.packet(),
              0,
              repair.firstMember(),
              repair.members(),
              repair.firstRow(),
              repair.symbolBytes(),
              Bytes.wrap(rows));
      mender.accept(damaged).forEach(each -> check(reassembler.accept(each)));
    }
    assertTrue(reassembler.heldBytes() <= 1 << 20);
  }

  /** A tile that passes is one that was sent. */
  private void check(Reassembler.@org.jspecify.annotations.Nullable Assembled whole) {
    if (whole != null && whole.isAsNamed()) {
      boolean wasSent =
          fragments.stream()
              .anyMatch(
                  each ->
                      each.contentHash() == whole.contentHash()
                          && each.bodyBytes() == whole.body().size());
      assertTrue(wasSent);
    }
  }

  @Test
  void groupsThatStayIncompleteAreBounded() {
    Mender mender = new Mender();
    for (int i = 0; i < 1_000; i++) {
      mender.accept(
          new TileRepair(
              1, i, 0, 100 * i, Bytes.wrap((byte) 7, (byte) 7), 0, 8, Bytes.wrap(new byte[8])));
    }
    assertEquals(Mender.GROUPS, mender.groups());
  }

  @Test
  void repairOfAnotherShapeThanItsGroupIsDroppedAndCounted() {
    Mender mender = new Mender();
    for (int symbols = 2; symbols <= 3; symbols++) {
      mender.accept(
          new TileRepair(1, 9, 0, 7, Bytes.wrap((byte) symbols), 0, 8, Bytes.wrap(new byte[8])));
    }
    assertEquals(1, mender.malformed());
    assertEquals(1, mender.groups());
  }

  @Test
  void withoutLossNothingIsKeptOrRepaired() {
    RepairGroup group = new RepairGroup();
    send(group, 5, new Random(1));
    assertTrue(repairs.isEmpty());
  }
}
