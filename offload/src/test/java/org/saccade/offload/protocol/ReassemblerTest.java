package org.saccade.offload.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.render.tile.Bytes;

final class ReassemblerTest {
  private static Bytes body(int bytes, long seed) {
    byte[] array = new byte[bytes];
    new Random(seed).nextBytes(array);
    return Bytes.wrap(array);
  }

  private static List<TileFragment> pieces(long address, Bytes body, int attempt) {
    Fragmenter cut = Fragmenter.forDatagrams(body, 77);
    List<TileFragment> all = new ArrayList<>();
    for (int i = 0; i < cut.count(); i++) {
      all.add(cut.fragment(1, i, 0, new Wish(address, 0, attempt), i));
    }
    return all;
  }

  @Property(tries = 200)
  void piecesInAnyOrderAndDoubledMakeTheTile(
      @ForAll @IntRange(min = 1, max = 40_000) int bytes, @ForAll long seed) {
    Bytes body = body(bytes, seed);
    List<TileFragment> pieces = pieces(5, body, 0);
    pieces.addAll(pieces.subList(0, (pieces.size() + 1) / 2));
    Collections.shuffle(pieces, new Random(seed));
    Reassembler reassembler = new Reassembler(4, Limits.TILE_BYTES);
    Reassembler.Assembled whole = null;
    for (TileFragment piece : pieces) {
      Reassembler.Assembled now = reassembler.accept(piece);
      whole = now == null ? whole : now;
    }
    assertNotNull(whole);
    assertEquals(body, whole.body());
  }

  @Test
  void piecesOfTwoAttemptsJoinWhenTheContentIsTheSame() {
    Bytes body = body(3_000, 1);
    Reassembler reassembler = new Reassembler(4, Limits.TILE_BYTES);
    assertNull(reassembler.accept(pieces(5, body, 0).get(0)));
    assertNull(reassembler.accept(pieces(5, body, 0).get(2)));
    Reassembler.Assembled whole = reassembler.accept(pieces(5, body, 1).get(1));
    assertNotNull(whole);
    assertEquals(body, whole.body());
    assertEquals(0, reassembler.heldBytes());
  }

  @Test
  void whatWasBegunBeforeATileCameWholeDoesNotComeAfterIt() {
    List<TileFragment> draft = pieces(5, body(3_000, 1), 0);
    List<TileFragment> later = pieces(5, body(4_000, 3), 2);
    for (int bytes : new int[] {3_500, 300}) {
      Reassembler reassembler = new Reassembler(4, Limits.TILE_BYTES);
      List<TileFragment> whole = pieces(5, body(bytes, 2), 1);
      reassembler.accept(draft.get(0));
      reassembler.accept(draft.get(1));
      Reassembler.Assembled came = null;
      for (TileFragment piece : whole) {
        came = reassembler.accept(piece);
      }
      assertNotNull(came);
      assertNull(reassembler.accept(draft.get(2)), "a straggler begins anew");
      assertEquals(1, reassembler.incompleteTiles());
      assertNull(reassembler.accept(later.get(0)));
      assertEquals(7_000, reassembler.heldBytes());
    }
  }

  @Test
  void theEldestIncompleteTileIsGivenUpFirst() {
    Reassembler reassembler = new Reassembler(2, Limits.TILE_BYTES);
    for (long address = 1; address <= 3; address++) {
      reassembler.accept(pieces(address, body(3_000, address), 0).get(0));
    }
    assertEquals(2, reassembler.incompleteTiles());
    assertEquals(1, reassembler.givenUp());
    assertEquals(6_000, reassembler.heldBytes());
  }

  @Test
  void hostileLengthsStayWithinTheBound() {
    Reassembler reassembler = new Reassembler(1_000, 2L * Limits.TILE_BYTES);
    for (long address = 0; address < 100; address++) {
      reassembler.accept(pieces(address, body(Limits.TILE_BYTES, address), 0).get(0));
      assertTrue(reassembler.heldBytes() <= 2L * Limits.TILE_BYTES);
    }
  }
}
