package org.saccade.offload.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.saccade.offload.link.LoopbackLink;
import org.saccade.offload.protocol.Grant;
import org.saccade.offload.protocol.Limits;
import org.saccade.offload.protocol.MeasuringTiles;
import org.saccade.offload.protocol.Mender;
import org.saccade.offload.protocol.Message;
import org.saccade.offload.protocol.Protection;
import org.saccade.offload.protocol.Reason;
import org.saccade.offload.protocol.Reassembler;
import org.saccade.offload.protocol.TileFragment;
import org.saccade.offload.protocol.TileRepair;
import org.saccade.offload.protocol.Wish;
import org.saccade.offload.protocol.Wishes;
import org.saccade.render.tile.Face;
import org.saccade.render.tile.Shell;
import org.saccade.render.tile.Surface;
import org.saccade.render.tile.TileAddress;

final class AnsweringTest {
  private static final long SESSION = 5;
  private static final long MILLI = 1_000_000;
  private static final Grant AMPLE = new Grant(1_000_000_000, 1 << 30);

  private final LoopbackLink.Pair link = LoopbackLink.pair(System::nanoTime);
  private final TileStore store = new TileStore(64 << 20, 2, null);
  private final BakeQueue queue = new BakeQueue();
  private final Answering answering =
      new Answering(link.edge(), SESSION, MemoryTiles.RECIPE, store, queue, new EdgeCounters());
  private final List<Message> heard = new ArrayList<>();
  private int sequence;
  private long now = 1;

  private static long tile(int cell) {
    return TileAddress.of(Shell.FAR, cell, 0, 0, Surface.FIRST, Face.POSITIVE_X, 0, 0, 0);
  }

  private void have(long... tiles) {
    Arrays.stream(tiles).forEach(tile -> store.put(tile, MemoryTiles.body(tile), 0));
  }

  private void ask(Grant grant, int attempt, long... tiles) {
    List<Wish> wishes = LongStream.of(tiles).mapToObj(tile -> new Wish(tile, 0, attempt)).toList();
    answering.accept(
        new Message.FovRequest(SESSION, ++sequence, 77, grant, Wishes.of(wishes)), now, now);
  }

  /** Lets virtual time pass in steps of a millisecond; gives what was sent, in bytes. */
  private long pass(long millis) {
    long bytes = 0;
    for (long i = 0; i < millis; i++) {
      now += MILLI;
      answering.send(1_000, now);
    }
    List<Message> fresh = new ArrayList<>();
    link.device().drain((message, at) -> fresh.add(message), 100_000);
    for (Message message : fresh) {
      if (message instanceof TileFragment piece) {
        bytes += TileFragment.HEADER_BYTES + piece.payload().size();
      }
    }
    heard.addAll(fresh);
    return bytes;
  }

  private List<Long> tilesInOrder() {
    return heard.stream()
        .filter(TileFragment.class::isInstance)
        .map(TileFragment.class::cast)
        .filter(piece -> piece.index() == 0)
        .map(TileFragment::address)
        .toList();
  }

  @Test
  void tilesComeInTheOrderOfTheRequest() {
    have(tile(1), tile(2), tile(3));
    ask(AMPLE, 0, tile(3), tile(1), tile(2));
    pass(100);
    assertEquals(List.of(tile(3), tile(1), tile(2)), tilesInOrder());
    assertEquals(new Message.Receipt(SESSION, 1, 77, 0, 0), heard.getFirst());
  }

  @Test
  void whereDatagramsAreLostRepairFollowsItsGroup() {
    long[] tiles = LongStream.range(0, 8).map(i -> tile((int) i)).toArray();
    have(tiles);
    List<Wish> wishes = LongStream.of(tiles).mapToObj(tile -> new Wish(tile, 0, 0)).toList();
    var grant = new Grant(50_000_000, 1 << 30);
    var protection = Protection.of(0.05, 8, 8);
    answering.accept(
        new Message.FovRequest(SESSION, 1, 77, grant, protection, Wishes.of(wishes)), now, now);
    pass(50);
    int firstRepair = 0;
    Reassembler reassembler = new Reassembler(64, 1 << 20);
    Mender mender = new Mender();
    int whole = 0;
    for (int i = 1; i < heard.size(); i++) {
      switch (heard.get(i)) {
        case TileFragment piece -> {
          if (i != 2) { // lost
            whole += reassembler.accept(piece) == null ? 0 : 1;
            mender.accept(piece);
          }
        }
        case TileRepair repair -> {
          firstRepair = firstRepair == 0 ? i : firstRepair;
          for (TileFragment piece : mender.accept(repair)) {
            whole += reassembler.accept(piece) == null ? 0 : 1;
          }
        }
        default -> throw new AssertionError(heard.get(i));
      }
    }
    assertEquals(Limits.REPAIR_MEMBERS + 1, firstRepair); // after the receipt and its group
    assertEquals(8, whole);
  }

  @Test
  void eachAttemptIsAnsweredOnce() {
    have(tile(1));
    for (int i = 0; i < 5; i++) {
      ask(AMPLE, 0, tile(1));
      pass(20);
    }
    ask(AMPLE, 1, tile(1));
    pass(20);
    assertEquals(List.of(tile(1), tile(1)), tilesInOrder());
  }

  @Test
  void theNewestRequestReplacesTheOlderAndALateOneIsDropped() {
    have(tile(1), tile(2));
    ask(Grant.NOTHING, 0, tile(1));
    ask(AMPLE, 0, tile(2));
    sequence = 0;
    ask(AMPLE, 0, tile(1));
    pass(50);
    assertEquals(List.of(tile(2)), tilesInOrder());
  }

  @Test
  void aTileThatExpiresHalfWayIsSentWhenItIsWantedAgain() {
    have(tile(1), tile(2));
    ask(new Grant(100_000, 3_000), 0, tile(1));
    pass(20);
    ask(AMPLE, 0, tile(2));
    pass(50);
    ask(AMPLE, 0, tile(1));
    pass(50);
    assertEquals(List.of(tile(1), tile(2), tile(1)), tilesInOrder());
  }

  @Test
  void thePaceIsTheGrants() {
    long[] tiles = LongStream.range(0, 64).map(i -> tile((int) i)).toArray();
    have(tiles);
    ask(new Grant(1_000_000, 1 << 30), 0, tiles);
    long bytes = pass(200);
    assertTrue(bytes > 190_000 && bytes < 212_000, bytes + " bytes in 200 ms at 1 MB/s");
  }

  @Test
  void aGrantExpires() {
    long[] tiles = LongStream.range(0, 64).map(i -> tile((int) i)).toArray();
    have(tiles);
    ask(new Grant(1_000_000, 1 << 30), 0, tiles);
    pass(Limits.GRANT_NANOS / MILLI);
    assertEquals(0, pass(500));
  }

  @Test
  void theCapBoundsAllThatOneGrantMaySend() {
    long[] tiles = LongStream.range(0, 64).map(i -> tile((int) i)).toArray();
    have(tiles);
    ask(new Grant(10_000_000, 20_000), 0, tiles);
    long bytes = pass(200);
    assertTrue(bytes > 20_000 - Limits.DATAGRAM_BYTES && bytes <= 20_000, bytes + " bytes");
  }

  @Test
  void aTileThatMustBeBakedHoldsUpNoOtherAndComesFirstWhenItIsThere() throws Exception {
    have(tile(2), tile(3));
    List<Wish> wishes =
        LongStream.of(tile(1), tile(2), tile(3), tile(4))
            .mapToObj(tile -> new Wish(tile, 0, 0))
            .toList();
    answering.accept(
        new Message.FovRequest(
            SESSION,
            1,
            77,
            new Grant(1_000_000, 1 << 30),
            Protection.of(0, 0, 2),
            Wishes.of(wishes)),
        now,
        now);
    pass(6);
    assertEquals(FaceAddress.of(tile(1)), Objects.requireNonNull(queue.take()).face());
    have(tile(1));
    pass(200);
    assertEquals(List.of(tile(2), tile(1), tile(3)), tilesInOrder());
    assertEquals(1, ((Message.Receipt) heard.getFirst()).bakingTiles(), "in view");
  }

  @Test
  void whatCannotBeIsSaidOnce() throws Exception {
    long beyond = TileAddress.withPlace(tile(1), MemoryTiles.RECIPE.maxLevel() + 1, 0, 0);
    ask(AMPLE, 0, beyond, tile(1));
    queue.finish(Objects.requireNonNull(queue.take()), false, now);
    ask(AMPLE, 0, beyond, tile(1));
    ask(AMPLE, 0, beyond, tile(1));
    pass(5);
    List<Message> refusals =
        heard.stream().filter(Message.TileUnavailable.class::isInstance).toList();
    assertEquals(
        List.of(
            new Message.TileUnavailable(SESSION, beyond, 0, Reason.NO_SUCH_TILE),
            new Message.TileUnavailable(SESSION, tile(1), 0, Reason.BAKING_FAILED)),
        refusals);
  }

  @Test
  void theRingForgetsTheOldestOf1024() {
    SentRing ring = new SentRing();
    for (int i = 0; i <= SentRing.SIZE; i++) {
      ring.add(i, 0);
    }
    assertFalse(ring.contains(0, 0));
    assertTrue(ring.contains(1, 0));
    assertTrue(ring.contains(SentRing.SIZE, 0));
    assertFalse(ring.contains(1, 1));
  }

  @Test
  void givesEachMeasuringTileOnceInRisingOrderAtTheFirstAttemptAlone() {
    ask(AMPLE, 0, MeasuringTiles.address(4), MeasuringTiles.address(5));
    long twice = 2 * MeasuringTiles.BYTES;
    assertTrue(pass(5) > twice);
    ask(AMPLE, 0, MeasuringTiles.address(5), MeasuringTiles.address(3));
    ask(AMPLE, 1, MeasuringTiles.address(5), MeasuringTiles.address(6));
    assertEquals(0, pass(5), "neither again, nor back, nor by another attempt");
    ask(AMPLE, 0, MeasuringTiles.address(6));
    long once = pass(5);
    assertTrue(once > MeasuringTiles.BYTES && once < twice, once + " bytes");
    assertEquals(0, queue.size(), "nothing is baked for it");
  }

  @Test
  void aMeasuringTileKeepsToTheGrant() {
    ask(new Grant(100_000, 8_000), 0, MeasuringTiles.address(0));
    assertTrue(pass(1_000) <= 8_000);
  }
}
