package org.saccade.offload.secure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.saccade.offload.protocol.Limits;

/** Sealing, opening, and going on to the next key. */
final class SealTest {
  private static final long HOUR = 3_600_000_000_000L;

  static long counter(byte[] sealed) {
    return ByteBuffer.wrap(sealed).order(ByteOrder.LITTLE_ENDIAN).getLong(8);
  }

  static int phase(byte[] sealed) {
    return ByteBuffer.wrap(sealed).order(ByteOrder.LITTLE_ENDIAN).getShort(2) & 0xFFFF;
  }

  @Property(tries = 100)
  void whatWasSealedIsOpenedUnchanged(
      @ForAll @Size(max = Limits.DATAGRAM_MESSAGE_BYTES) byte[] message, @ForAll Transport over) {
    Ends ends = Ends.of(1);
    byte[] sealed = Ends.seal(ends.device().sealer(over), message);
    assertArrayEquals(message, Ends.opened(ends.edge().opener(over), sealed));
  }

  @Property(tries = 100)
  void inAnyOrderAndDoubledEachOpensOnce(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int count) {
    Ends ends = Ends.of(seed, new KeyLimit(100, HOUR));
    Opener opener = ends.edge().opener(Transport.DATAGRAM);
    List<byte[]> flying = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] sealed = Ends.seal(ends.device().sealer(Transport.DATAGRAM), (byte) i);
      flying.add(sealed);
      flying.add(sealed);
    }
    // Overtaking by less than a key phase's length: what was sent at most 90 before comes too.
    Random random = new Random(seed);
    for (int from = 0; from < flying.size(); from += 90) {
      Collections.shuffle(flying.subList(from, Math.min(from + 90, flying.size())), random);
    }
    int opened = 0;
    for (byte[] sealed : flying) {
      Opened result = Ends.open(opener, sealed);
      opened += result == Opened.MESSAGE ? 1 : 0;
      if (result != Opened.MESSAGE) {
        assertEquals(Opened.REPLAYED, result);
      }
    }
    assertEquals(count, opened);
  }

  @Test
  void aFullMessageFitsADatagramWithItsSeal() {
    assertEquals(Limits.SEAL_BYTES, Sealer.OVERHEAD_BYTES);
    Sealer sealer = Ends.of(1).device().sealer(Transport.DATAGRAM);
    byte[] sealed = Ends.seal(sealer, new byte[Limits.DATAGRAM_MESSAGE_BYTES]);
    assertEquals(Limits.DATAGRAM_BYTES, sealed.length);
    byte[] more = new byte[Limits.DATAGRAM_MESSAGE_BYTES + 1];
    assertThrows(IllegalArgumentException.class, () -> Ends.seal(sealer, more));
  }

  @Test
  void sealsFromAndIntoDirectMemoryAtAnyPosition() {
    Ends ends = Ends.of(1);
    ByteBuffer message = ByteBuffer.allocateDirect(10).put(3, (byte) 9).position(3).limit(7);
    ByteBuffer sealed = ByteBuffer.allocateDirect(100).position(5);
    ends.device().sealer(Transport.DATAGRAM).seal(message, sealed, 0);
    assertEquals(5 + 4 + Sealer.OVERHEAD_BYTES, sealed.position());
    ByteBuffer opened = ByteBuffer.allocateDirect(Limits.MESSAGE_BYTES).position(2);
    sealed.flip().position(5);
    assertEquals(Opened.MESSAGE, ends.edge().opener(Transport.DATAGRAM).open(sealed, opened));
    assertEquals(6, opened.position());
    assertEquals(9, opened.get(2));
  }

  @Test
  void noCounterIsUsedTwiceThoughThreadsRace() throws InterruptedException {
    Sealer sealer = Ends.of(1, new KeyLimit(1_000, HOUR)).device().sealer(Transport.DATAGRAM);
    Set<Long> counters = ConcurrentHashMap.newKeySet();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Runnable sealing =
          () -> {
            for (int j = 0; j < 2_000; j++) {
              counters.add(counter(Ends.seal(sealer, (byte) j)));
            }
          };
      threads.add(Thread.ofPlatform().start(sealing));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(8_000, counters.size());
  }

  @Test
  void aCounterIsSpentEvenWhenSealingFails() {
    Sealer sealer = Ends.of(1).device().sealer(Transport.DATAGRAM);
    ByteBuffer message = ByteBuffer.wrap(new byte[] {1});
    ByteBuffer readOnly = ByteBuffer.allocate(100).asReadOnlyBuffer();
    assertThrows(RuntimeException.class, () -> sealer.seal(message, readOnly, 0));
    assertEquals(1, counter(Ends.seal(sealer, (byte) 1)));
  }

  @Test
  void theKeyChangesAfterItsMessagesAndCountersGoOn() {
    Ends ends = Ends.of(1, new KeyLimit(4, HOUR));
    for (int i = 0; i < 13; i++) {
      byte[] sealed = Ends.seal(ends.device().sealer(Transport.STREAM), (byte) i);
      assertEquals(i / 4, phase(sealed));
      assertEquals(i, counter(sealed));
      assertArrayEquals(
          new byte[] {(byte) i}, Ends.opened(ends.edge().opener(Transport.STREAM), sealed));
    }
  }

  @Test
  void theKeyChangesAfterAnHour() {
    Sealer sealer = Ends.of(1).device().sealer(Transport.DATAGRAM);
    List<Integer> phases = new ArrayList<>();
    for (long now : new long[] {0, HOUR - 1, HOUR, 2 * HOUR - 1, 2 * HOUR}) {
      ByteBuffer sealed = ByteBuffer.allocate(100);
      sealer.seal(ByteBuffer.allocate(1), sealed, now);
      phases.add(phase(sealed.array()));
    }
    assertEquals(List.of(0, 0, 1, 1, 2), phases);
  }

  @Test
  void aPhaseWhoseMessagesAreLateStillOpensUntilTheWindowHasPassed() {
    Ends ends = Ends.of(1, new KeyLimit(4, HOUR));
    Sealer sealer = ends.device().sealer(Transport.DATAGRAM);
    Opener opener = ends.edge().opener(Transport.DATAGRAM);
    List<byte[]> sealed = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      sealed.add(Ends.seal(sealer, (byte) i));
    }
    assertEquals(Opened.MESSAGE, Ends.open(opener, sealed.get(0)));
    assertEquals(Opened.MESSAGE, Ends.open(opener, sealed.get(6)));
    assertEquals(Opened.MESSAGE, Ends.open(opener, sealed.get(2)));
    assertEquals(Opened.MESSAGE, Ends.open(opener, sealed.get(4)));
    assertEquals(Opened.MESSAGE, Ends.open(opener, sealed.get(3)));
    assertEquals(Opened.REPLAYED, Ends.open(opener, sealed.get(2)));
  }

  @Test
  void datagramsComeBackAfterKeyPhasesOfWhichNoneArrived() {
    Ends ends = Ends.of(1, new KeyLimit(1, HOUR));
    Opener opener = ends.edge().opener(Transport.DATAGRAM);
    List<byte[]> sealed = new ArrayList<>();
    for (int phase = 0; phase <= 3 * Transport.DATAGRAM.phasesAhead(); phase++) {
      sealed.add(Ends.seal(ends.device().sealer(Transport.DATAGRAM), (byte) phase));
    }
    int phase = 0;
    for (int lost : new int[] {0, 1, 2, 7, Transport.DATAGRAM.phasesAhead() - 1}) {
      phase += lost + 1;
      assertArrayEquals(new byte[] {(byte) phase}, Ends.opened(opener, sealed.get(phase)));
      assertEquals(Opened.MESSAGE, Ends.open(opener, sealed.get(phase - 1)), "overtaken");
      assertEquals(Opened.REPLAYED, Ends.open(opener, sealed.get(phase)));
    }
    assertEquals(Opened.OTHER_PHASE, Ends.open(opener, sealed.get(phase - 2)));
    int tooFar = phase + Transport.DATAGRAM.phasesAhead() + 1;
    assertEquals(Opened.OTHER_PHASE, Ends.open(opener, sealed.get(tooFar)));
    assertEquals(Opened.MESSAGE, Ends.open(opener, sealed.get(tooFar - 1)));
  }

  @Test
  void afterTheLastPhaseNothingIsSealed() {
    Sealer sealer = Ends.of(1, new KeyLimit(1, HOUR)).device().sealer(Transport.DATAGRAM);
    byte[] sealed = {};
    for (int i = 0; i <= KeyPhase.LAST; i++) {
      sealed = Ends.seal(sealer, (byte) 1);
    }
    assertEquals(KeyPhase.LAST, phase(sealed));
    assertThrows(IllegalStateException.class, () -> Ends.seal(sealer, (byte) 1));
    assertThrows(IllegalStateException.class, () -> Ends.seal(sealer, (byte) 1));
  }
}
