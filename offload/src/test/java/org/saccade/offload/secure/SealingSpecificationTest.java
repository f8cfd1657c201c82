package org.saccade.offload.secure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the code to the vectors of PROTOCOL.md's section on sealing, which others computed. */
final class SealingSpecificationTest {
  private static final Pattern VECTOR =
      Pattern.compile("```sealing ([a-z-]+)\\n([0-9a-f\\s]+)```", Pattern.MULTILINE);
  private static final byte[] MESSAGE = HexFormat.of().parseHex("0104000000");
  private static final int SESSION = 0x1122_3344;

  private static Map<String, String> specified() throws IOException {
    Path file =
        Files.exists(Path.of("PROTOCOL.md"))
            ? Path.of("PROTOCOL.md")
            : Path.of("offload/PROTOCOL.md");
    Map<String, String> vectors = new TreeMap<>();
    Matcher matcher = VECTOR.matcher(Files.readString(file));
    while (matcher.find()) {
      vectors.put(matcher.group(1), matcher.group(2).replaceAll("\\s", ""));
    }
    return vectors;
  }

  /** The 32 bytes {@code first}, {@code first} + 1, .. */
  private static byte[] run(int first) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (first + i);
    }
    return bytes;
  }

  private static Handshake end(Role role, int identity, int ephemeral) {
    return Handshake.withEphemeral(
        role, Identity.ofPrivate(run(identity)), 2, Handshake.prologue(2), run(ephemeral));
  }

  private static SealedSession session(Role role, Handshake from) {
    KeyLimit one = new KeyLimit(1, KeyLimit.USUAL.nanos());
    return new SealedSession(role, 2, SESSION, from.split(), from.transcript(), one, 0);
  }

  @Test
  void everyVectorIsWhatTheCodeSays() throws Exception {
    Handshake device = end(Role.DEVICE, 0x00, 0x40);
    Handshake edge = end(Role.EDGE, 0x20, 0x60);
    Map<String, byte[]> said = new TreeMap<>();
    byte[] first = device.write(new byte[0]);
    edge.read(first);
    byte[] second = edge.write(HexFormat.of().parseHex("44332211"));
    assertArrayEquals(HexFormat.of().parseHex("44332211"), device.read(second));
    byte[] third = device.write(new byte[0]);
    edge.read(third);
    said.put("handshake-first", first);
    said.put("handshake-second", second);
    said.put("handshake-third", third);
    said.put("transcript", edge.transcript());

    SealedSession up = session(Role.DEVICE, device);
    SealedSession down = session(Role.EDGE, edge);
    said.put("device-datagram", Ends.seal(up.sealer(Transport.DATAGRAM), MESSAGE));
    said.put("device-datagram-next-phase", Ends.seal(up.sealer(Transport.DATAGRAM), MESSAGE));
    said.put("device-stream", Ends.seal(up.sealer(Transport.STREAM), MESSAGE));
    said.put("edge-datagram", Ends.seal(down.sealer(Transport.DATAGRAM), MESSAGE));
    said.put("edge-stream", Ends.seal(down.sealer(Transport.STREAM), MESSAGE));

    said.put("commitment", Pairing.commitment(device.transcript(), run(0x80)));
    Map<String, String> written = new TreeMap<>();
    said.forEach((name, bytes) -> written.put(name, HexFormat.of().formatHex(bytes)));
    written.put("code", Pairing.code(device.transcript(), run(0x80), run(0xA0), 1_000_000));
    written.put("device-fingerprint", edge.peer().fingerprint().replace(" ", ""));
    assertEquals(join(specified()), join(written));
  }

  private static String join(Map<String, String> vectors) {
    StringBuilder all = new StringBuilder();
    vectors.forEach((name, hex) -> all.append(name).append('\n').append(hex).append('\n'));
    return all.toString();
  }

  @Test
  void theSpecificationStatesTheLimits() throws IOException {
    Path file =
        Files.exists(Path.of("PROTOCOL.md"))
            ? Path.of("PROTOCOL.md")
            : Path.of("offload/PROTOCOL.md");
    String sealing = Files.readString(file).split("## Sealing", -1)[1];
    for (long limit :
        new long[] {
          Handshake.MESSAGE_BYTES,
          Sealer.OVERHEAD_BYTES,
          ReplayWindow.COUNTERS,
          KeyLimit.USUAL.messages(),
          KeyLimit.USUAL.nanos() / 1_000_000_000,
          KeyPhase.LAST,
          Transport.DATAGRAM.phasesAhead(),
          Pairing.LIFE_NANOS / 1_000_000_000,
          PairingDoor.OPEN_NANOS / 1_000_000_000,
          PairingDoor.TRIES
        }) {
      assertEquals(true, sealing.contains("`" + limit + "`"), "PROTOCOL.md: " + limit);
    }
  }
}
