package org.saccade.offload.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.saccade.render.tile.Bytes;

final class CodecTest {
  private static byte[] encoded(Message message) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(Limits.MESSAGE_BYTES);
    Codec.encode(message, bytes);
    byte[] array = new byte[bytes.flip().remaining()];
    bytes.get(array);
    return array;
  }

  @Test
  void aFullRequestFitsOneDatagramWithRoomForTheSeal() {
    List<Wish> wishes = new ArrayList<>();
    for (int i = 0; i < Limits.WISHES; i++) {
      wishes.add(new Wish(-1L - i, Limits.DEADLINE_MICROS, Limits.ATTEMPT));
    }
    var request =
        new Message.FovRequest(-1, -1, -1, new Grant(4_000_000_000L, 1 << 30), Wishes.of(wishes));
    byte[] bytes = encoded(request);
    assertTrue(bytes.length <= Limits.DATAGRAM_MESSAGE_BYTES, bytes.length + " bytes");
    assertEquals(Codec.encodedBytes(request), bytes.length);
  }

  @Test
  void theLargestPieceFillsADatagram() {
    Bytes body = Bytes.wrap(new byte[Limits.TILE_BYTES]);
    Fragmenter pieces = Fragmenter.forDatagrams(body, 5);
    assertTrue(pieces.fragmentBytes(0) <= Limits.DATAGRAM_MESSAGE_BYTES);
    assertTrue(pieces.fragmentBytes(0) > Limits.DATAGRAM_MESSAGE_BYTES - 8);
    assertTrue(Fragmenter.forStream(body, 5).fragmentBytes(0) <= Limits.MESSAGE_BYTES);
  }

  @Test
  void aMessageOfAnotherVersionIsRefusedUnlessItIsARefusal() throws Exception {
    byte[] bye = encoded(new Message.Bye(Reason.GOODBYE));
    bye[0]++;
    assertThrows(MalformedMessageException.class, () -> Codec.decode(ByteBuffer.wrap(bye)));
    var refusal = new Message.Refused(Reason.VERSION, 9, "update");
    byte[] refused = encoded(refusal);
    refused[0] = 9;
    assertEquals(refusal, Codec.decode(ByteBuffer.wrap(refused)));
  }

  @Test
  void aFlippedBitInATilesPieceIsNoticed() {
    byte[] bytes = encoded(Samples.fragment());
    bytes[bytes.length - 1] ^= 4;
    assertThrows(MalformedMessageException.class, () -> Codec.decode(ByteBuffer.wrap(bytes)));
  }

  @Test
  void longTextsAreCutBetweenCharacters() throws Exception {
    var hello = new Message.Hello("€".repeat(200));
    assertEquals(hello, Codec.decode(ByteBuffer.wrap(encoded(hello))));
    assertEquals("€".repeat(85), hello.client());
    assertEquals("?", new Message.Hello("\ud800").client());
  }

  /** Written as an attacker would: past our own constructors. */
  @Test
  void noTextHoldsWhatATerminalObeys() throws Exception {
    for (String hostile :
        List.of(
            "\u001b",
            "\u0007",
            "\r",
            "\n",
            "\u0000",
            "\t",
            "\u007f",
            "\u009b",
            "\u0085",
            "\u200e",
            "\u202e",
            "\u2066",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\udb40\udc41")) {
      byte[] text = ("a" + hostile + "[2J").getBytes(java.nio.charset.StandardCharsets.UTF_8);
      ByteBuffer refused = ByteBuffer.allocate(100).order(java.nio.ByteOrder.LITTLE_ENDIAN);
      refused.put(new byte[] {2, 3, 0, 0, 2, 2}).putShort((short) text.length).put(text).flip();
      var read = (Message.Refused) Codec.decode(refused);
      assertEquals("a?[2J", read.words());
      assertEquals("a?[2J", new Message.Hello("a" + hostile + "[2J").client());
      var manifest = Samples.manifest();
      var named = new Manifest(hostile, hostile + "x", manifest.scene(), manifest.recipe());
      assertEquals("? ?x", named.edgeName() + " " + named.sceneName());
    }
    assertEquals(
        "Büro (2) \ud83c\udfe0 日本", new Message.Hello("Büro (2) \ud83c\udfe0 日本").client());
  }

  @Property(tries = 500)
  void noBytesDoMoreThanAMalformedMessage(@ForAll @Size(max = 200) byte[] bytes) {
    decodesOrIsMalformed(bytes);
  }

  @Property(tries = 2_000)
  void noChangeOfAMessageDoesMoreThanAMalformedMessage(
      @ForAll("samples") Message sample,
      @ForAll @IntRange(max = 400) int at,
      @ForAll byte value,
      @ForAll @IntRange(max = 400) int length) {
    byte[] bytes = encoded(sample);
    bytes[at % bytes.length] = value;
    decodesOrIsMalformed(bytes);
    decodesOrIsMalformed(java.util.Arrays.copyOf(bytes, length));
  }

  private static void decodesOrIsMalformed(byte[] bytes) {
    try {
      Message message = Codec.decode(ByteBuffer.wrap(bytes));
      assertTrue(Codec.encodedBytes(message) <= bytes.length); // less where a text was made visible
      assertEquals(message, Codec.decode(ByteBuffer.wrap(encoded(message))));
    } catch (MalformedMessageException expected) {
      assertTrue(expected.getMessage() != null && !expected.getMessage().isEmpty());
    }
  }

  @Property(tries = 300)
  void requestsComeBackAsTheyWent(
      @ForAll long session, @ForAll int sequence, @ForAll("wishes") List<Wish> wishes)
      throws MalformedMessageException {
    var request = new Message.FovRequest(session, sequence, 5, new Grant(7, 9), Wishes.of(wishes));
    assertEquals(request, Codec.decode(ByteBuffer.wrap(encoded(request))));
  }

  @Provide
  Arbitrary<Message> samples() {
    return Arbitraries.of(Samples.all().values());
  }

  @Provide
  Arbitrary<List<Wish>> wishes() {
    Arbitrary<Wish> wish =
        net.jqwik.api.Combinators.combine(
                Arbitraries.longs(),
                Arbitraries.integers().between(0, Limits.DEADLINE_MICROS),
                Arbitraries.integers().between(0, Limits.ATTEMPT))
            .as(Wish::new);
    return wish.list().ofMaxSize(Limits.WISHES);
  }
}
