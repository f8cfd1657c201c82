package org.saccade.offload.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the code to PROTOCOL.md's section on discovery. */
final class DiscoverySpecificationTest {
  private static final Pattern VECTOR =
      Pattern.compile("```discovery ([a-z-]+)\\n([0-9a-f\\s]+)```", Pattern.MULTILINE);
  private static final Call CALL = new Call(0x1122_3344_5566_7788L);
  private static final Beacon BEACON =
      new Beacon(
          CALL.number(), 47_820, 3, 16, "000102030405060708090a0b0c0d0e0f", "edge n", "hall");

  private static String section() throws IOException {
    Path file =
        Files.exists(Path.of("PROTOCOL.md"))
            ? Path.of("PROTOCOL.md")
            : Path.of("offload/PROTOCOL.md");
    return Files.readString(file).split("## Discovery", -1)[1];
  }

  private static String hex(ByteBuffer bytes) {
    byte[] array = new byte[bytes.remaining()];
    bytes.get(array);
    return HexFormat.of().formatHex(array);
  }

  @Test
  void bothDatagramsAreWrittenAndReadAsTheirVectorsSay() throws IOException {
    Map<String, String> specified = new TreeMap<>();
    Matcher matcher = VECTOR.matcher(section());
    while (matcher.find()) {
      specified.put(matcher.group(1), matcher.group(2).replaceAll("\\s", ""));
    }
    var written = Map.of("question", hex(CALL.encode()), "answer", hex(BEACON.encode()));
    assertEquals(new TreeMap<>(written), specified);
    byte[] question = HexFormat.of().parseHex(specified.get("question"));
    byte[] answer = HexFormat.of().parseHex(specified.get("answer"));
    assertEquals(Optional.of(CALL), Call.decode(ByteBuffer.wrap(question)));
    assertEquals(Optional.of(BEACON), Beacon.decode(ByteBuffer.wrap(answer)));
  }

  @Test
  void theSpecificationStatesTheLimits() throws IOException {
    for (Object limit :
        new Object[] {
          Call.BYTES,
          Beacon.TEXT_BYTES,
          Ways.PORT,
          Ways.GROUP,
          AnswerLimit.IN_ALL,
          AnswerLimit.TO_ONE
        }) {
      assertTrue(section().contains("`" + limit + "`"), "PROTOCOL.md does not state " + limit);
    }
  }

  @Test
  void noAnswerIsLongerThanItsQuestion() {
    var longest = "\u00e4".repeat(300);
    var beacon = new Beacon(1, 65_535, 65_535, 65_535, "ff".repeat(16), longest, longest);
    var bytes = beacon.encode();
    assertTrue(bytes.remaining() <= CALL.encode().remaining(), bytes.toString());
    assertEquals(Optional.of(beacon), Beacon.decode(bytes));
  }

  @Test
  void whatIsNoneIsReadAsNone() {
    var random = new Random(3);
    byte[] call = new byte[Call.BYTES];
    CALL.encode().get(call);
    byte[] answer = new byte[BEACON.encode().remaining()];
    BEACON.encode().get(answer);
    assertEquals(Optional.empty(), Call.decode(ByteBuffer.wrap(answer)));
    assertEquals(Optional.empty(), Beacon.decode(ByteBuffer.wrap(call)));
    for (int i = 0; i < 20_000; i++) {
      byte[] spoilt = (i % 2 == 0 ? call : answer).clone();
      spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 + random.nextInt(255));
      int length = random.nextInt(4) == 0 ? random.nextInt(spoilt.length) : spoilt.length;
      var datagram = ByteBuffer.wrap(spoilt, 0, length);
      if (i % 2 == 0) { // every byte but the number's is fixed
        Call.decode(datagram).ifPresent(read -> assertTrue(read.number() != CALL.number()));
      } else {
        Beacon.decode(datagram); // throws nothing
      }
    }
  }

  @Test
  void shownTextsHoldNothingThatATerminalObeys() {
    var beacon = new Beacon(1, 1, 0, 1, "00".repeat(16), "a\u001b[2Jb\n", "\u202Ex\u2028");
    assertEquals("a?[2Jb?", beacon.name());
    assertEquals("?x?", beacon.scene());
  }
}
