package org.saccade.offload.secure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.saccade.offload.protocol.Limits;

/** What somebody on the way may do to sealed messages; each must fail and leave no trace. */
final class SealAttackTest {
  private static final int AHEAD = Transport.DATAGRAM.phasesAhead();
  private static final byte[] MESSAGE = {5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 6, 7};

  private final Ends ends = Ends.of(3);
  private final Sealer sealer = ends.device().sealer(Transport.DATAGRAM);
  private final Opener opener = ends.edge().opener(Transport.DATAGRAM);

  private static byte[] with(byte[] sealed, int at, long value, int length) {
    byte[] copy = sealed.clone();
    for (int i = 0; i < length; i++) {
      copy[at + i] = (byte) (value >>> (8 * i));
    }
    return copy;
  }

  @Test
  void aReplayIsRefused() {
    byte[] first = Ends.seal(sealer, MESSAGE);
    assertEquals(Opened.MESSAGE, Ends.open(opener, first));
    assertEquals(Opened.REPLAYED, Ends.open(opener, first));
    for (int i = 1; i < ReplayWindow.COUNTERS; i++) {
      assertEquals(Opened.MESSAGE, Ends.open(opener, Ends.seal(sealer, MESSAGE)));
    }
    assertEquals(Opened.REPLAYED, Ends.open(opener, first));
    assertEquals(Opened.MESSAGE, Ends.open(opener, Ends.seal(sealer, MESSAGE)));
    assertEquals(Opened.TOO_OLD, Ends.open(opener, first));
  }

  @Test
  void everyChangedBitIsRefusedAndTheTrueOneStillOpens() {
    for (int before = 0; before < 3; before++) {
      Ends.opened(opener, Ends.seal(sealer, MESSAGE));
    }
    byte[] sealed = Ends.seal(sealer, MESSAGE);
    for (int bit = 0; bit < 8 * sealed.length; bit++) {
      Opened result = Ends.open(opener, Ends.flipped(sealed, bit));
      assertNotEquals(Opened.MESSAGE, result, "bit " + bit);
    }
    assertArrayEquals(MESSAGE, Ends.opened(opener, sealed));
  }

  @Test
  void eachFieldIsRefusedForWhatItIs() {
    Ends.opened(opener, Ends.seal(sealer, MESSAGE));
    byte[] sealed = Ends.seal(sealer, MESSAGE);
    assertEquals(Opened.OTHER_VERSION, Ends.open(opener, with(sealed, 0, Ends.VERSION - 1, 1)));
    assertEquals(Opened.OTHER_VERSION, Ends.open(opener, with(sealed, 0, Ends.VERSION + 1, 1)));
    assertEquals(Opened.MALFORMED, Ends.open(opener, with(sealed, 1, 129, 1)));
    assertEquals(Opened.FORGED, Ends.open(opener, with(sealed, 2, 1, 2)));
    assertEquals(Opened.FORGED, Ends.open(opener, with(sealed, 2, AHEAD, 2)));
    assertEquals(Opened.OTHER_PHASE, Ends.open(opener, with(sealed, 2, AHEAD + 1, 2)));
    assertEquals(Opened.OTHER_PHASE, Ends.open(opener, with(sealed, 2, 0xFFFF, 2)));
    assertEquals(Opened.OTHER_SESSION, Ends.open(opener, with(sealed, 4, 1, 4)));
    assertEquals(Opened.REPLAYED, Ends.open(opener, with(sealed, 8, 0, 8)));
    assertEquals(Opened.FORGED, Ends.open(opener, with(sealed, 8, 2, 8)));
    assertEquals(Opened.MALFORMED, Ends.open(opener, with(sealed, 8, -1, 8)));
    assertArrayEquals(MESSAGE, Ends.opened(opener, sealed));
  }

  @Test
  void everyLengthButItsOwnIsRefused() {
    byte[] sealed = Ends.seal(sealer, MESSAGE);
    for (int length = 0; length < sealed.length; length++) {
      Opened result = Ends.open(opener, Arrays.copyOf(sealed, length));
      assertEquals(length < 32 ? Opened.MALFORMED : Opened.FORGED, result, length + " bytes");
    }
    assertEquals(Opened.FORGED, Ends.open(opener, Arrays.copyOf(sealed, sealed.length + 1)));
    byte[] oversized = Arrays.copyOf(sealed, Limits.DATAGRAM_BYTES + 1);
    assertEquals(Opened.MALFORMED, Ends.open(opener, oversized));
    assertArrayEquals(MESSAGE, Ends.opened(opener, sealed));
  }

  @Test
  void whatASideSealedDoesNotOpenAtThatSide() {
    byte[] own = Ends.seal(sealer, MESSAGE);
    assertEquals(Opened.FORGED, Ends.open(ends.device().opener(Transport.DATAGRAM), own));
    byte[] streamed = Ends.seal(ends.device().sealer(Transport.STREAM), MESSAGE);
    assertEquals(Opened.FORGED, Ends.open(ends.device().opener(Transport.STREAM), streamed));
  }

  @Test
  void aDatagramDoesNotPassForAMessageOfTheStream() {
    byte[] datagram = Ends.seal(sealer, MESSAGE);
    Opener stream = ends.edge().opener(Transport.STREAM);
    assertEquals(Opened.MALFORMED, Ends.open(stream, datagram));
    assertEquals(Opened.FORGED, Ends.open(stream, with(datagram, 1, 129, 1)));
  }

  @Test
  void anotherSessionsMessageIsRefusedEvenUnderThisOnesNumber() {
    byte[] foreign = Ends.seal(Ends.of(4).device().sealer(Transport.DATAGRAM), MESSAGE);
    assertEquals(Opened.FORGED, Ends.open(opener, foreign));
  }

  @Test
  void aForgedJumpOfTheCounterMovesNothing() {
    byte[] first = Ends.seal(sealer, MESSAGE);
    byte[] second = Ends.seal(sealer, MESSAGE);
    for (long jump : new long[] {2, 9_000, 1L << 40, Long.MAX_VALUE}) {
      assertEquals(Opened.FORGED, Ends.open(opener, with(first, 8, jump, 8)));
    }
    assertArrayEquals(MESSAGE, Ends.opened(opener, second));
    assertArrayEquals(MESSAGE, Ends.opened(opener, first));
  }

  @Test
  void aForgedPhaseToComeBeginsNothing() {
    byte[] first = Ends.seal(sealer, MESSAGE);
    for (int phase : new int[] {1, 1, AHEAD, 2, AHEAD, 1}) {
      assertEquals(Opened.FORGED, Ends.open(opener, with(first, 2, phase, 2)));
    }
    assertEquals(Opened.OTHER_PHASE, Ends.open(opener, with(first, 2, AHEAD + 1, 2)));
    assertArrayEquals(MESSAGE, Ends.opened(opener, first));
    Sealer renewing =
        Ends.session(Role.DEVICE, 3, new KeyLimit(1, KeyLimit.USUAL.nanos()))
            .sealer(Transport.DATAGRAM);
    Ends.seal(renewing, MESSAGE);
    for (int phase = 1; phase < 9; phase++) {
      assertArrayEquals(MESSAGE, Ends.opened(opener, Ends.seal(renewing, MESSAGE)));
    }
  }

  /** Authentic keys, used where they do not belong: a thief of a former key gains no new place. */
  @Test
  void aFormerKeyOpensNothingBesideOrAboveTheNextOnes() {
    long hour = KeyLimit.USUAL.nanos();
    Sealer renewing =
        Ends.session(Role.DEVICE, 3, new KeyLimit(4, hour)).sealer(Transport.DATAGRAM);
    List<byte[]> renewed = new ArrayList<>();
    List<byte[]> former = new ArrayList<>(); // the same counters, all under the first key
    for (int i = 0; i < 10; i++) {
      renewed.add(Ends.seal(renewing, MESSAGE));
      former.add(Ends.seal(sealer, MESSAGE));
    }
    Ends.opened(opener, renewed.get(1));
    Ends.opened(opener, renewed.get(5));
    assertEquals(Opened.OTHER_PHASE, Ends.open(opener, former.get(6)));
    assertEquals(Opened.OTHER_PHASE, Ends.open(opener, former.get(7)));
    assertEquals(Opened.MESSAGE, Ends.open(opener, renewed.get(2)));
    assertEquals(Opened.MESSAGE, Ends.open(opener, renewed.get(4)));
    assertEquals(Opened.MESSAGE, Ends.open(opener, renewed.get(8)));
    assertEquals(Opened.OTHER_PHASE, Ends.open(opener, former.get(0)));
    assertEquals(Opened.OTHER_PHASE, Ends.open(opener, former.get(9)));
    assertEquals(Opened.MESSAGE, Ends.open(opener, renewed.get(9)));
  }

  @Test
  void aStreamTakesOnlyTheNextMessage() {
    Sealer out = ends.edge().sealer(Transport.STREAM);
    Opener in = ends.device().opener(Transport.STREAM);
    byte[] first = Ends.seal(out, MESSAGE);
    byte[] second = Ends.seal(out, MESSAGE);
    byte[] third = Ends.seal(out, MESSAGE);
    assertEquals(Opened.OUT_OF_ORDER, Ends.open(in, second));
    assertEquals(Opened.MESSAGE, Ends.open(in, first));
    assertEquals(Opened.OUT_OF_ORDER, Ends.open(in, first));
    assertEquals(Opened.OUT_OF_ORDER, Ends.open(in, third));
    assertEquals(Opened.MESSAGE, Ends.open(in, second));
  }

  @Test
  void aRefusedMessageLeavesNoPlaintextBehind() {
    byte[] message = new byte[1_000];
    Arrays.fill(message, (byte) 0x5A);
    byte[] sealed = Ends.seal(sealer, message);
    ByteBuffer source = ByteBuffer.wrap(Ends.flipped(sealed, 8 * (sealed.length - 1)));
    ByteBuffer target = ByteBuffer.allocate(2_000).position(7);
    assertEquals(Opened.FORGED, opener.open(source, target));
    assertEquals(7, target.position());
    assertEquals(0, source.remaining());
    assertArrayEquals(new byte[2_000], target.array());
  }

  @Property(tries = 500)
  void noiseNeverOpens(@ForAll @Size(max = Limits.DATAGRAM_BYTES + 8) byte[] noise) {
    assertNotEquals(Opened.MESSAGE, Ends.open(opener, noise));
    if (noise.length >= SealHeader.BYTES) {
      SealHeader header = new SealHeader();
      header.set(Ends.VERSION, 128, 0, Ends.SESSION, noise.length);
      byte[] headed = noise.clone();
      System.arraycopy(header.bytes(), 0, headed, 0, SealHeader.BYTES);
      assertNotEquals(Opened.MESSAGE, Ends.open(opener, headed));
    }
  }

  @Test
  void theHeaderIsLaidOutAsWritten() {
    ByteBuffer sealed = ByteBuffer.wrap(Ends.seal(sealer, MESSAGE)).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(Ends.VERSION, sealed.get());
    assertEquals((byte) 128, sealed.get());
    assertEquals(0, sealed.getShort());
    assertEquals(Ends.SESSION, sealed.getInt());
    assertEquals(0, sealed.getLong());
  }
}
