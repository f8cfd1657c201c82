package org.saccade.offload.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.saccade.render.tile.Fingerprint;
import org.saccade.render.tile.Recipe;

/** Holds the code to PROTOCOL.md: its vectors, its limits and its layout's fingerprint. */
final class SpecificationTest {
  private static final Pattern VECTOR =
      Pattern.compile("```vector ([a-z-]+)\\n([0-9a-f\\s]+)```", Pattern.MULTILINE);

  private static String specification() throws IOException {
    Path file =
        Files.exists(Path.of("PROTOCOL.md"))
            ? Path.of("PROTOCOL.md")
            : Path.of("offload/PROTOCOL.md");
    return Files.readString(file);
  }

  private static Map<String, String> vectors() throws IOException {
    Map<String, String> vectors = new TreeMap<>();
    Matcher matcher = VECTOR.matcher(specification());
    while (matcher.find()) {
      vectors.put(matcher.group(1), matcher.group(2).replaceAll("\\s", ""));
    }
    return vectors;
  }

  private static String hex(Message message) {
    ByteBuffer bytes = ByteBuffer.allocate(Limits.MESSAGE_BYTES);
    Codec.encode(message, bytes);
    return HexFormat.of().formatHex(bytes.array(), 0, bytes.position());
  }

  @Test
  void everyMessageIsWrittenAsItsVectorSays() throws IOException {
    Map<String, String> expected = vectors();
    Map<String, String> written = new TreeMap<>();
    Samples.all().forEach((name, message) -> written.put(name, hex(message)));
    assertEquals(join(expected), join(written));
  }

  private static String join(Map<String, String> vectors) {
    StringBuilder all = new StringBuilder();
    vectors.forEach((name, hex) -> all.append(name).append('\n').append(hex).append('\n'));
    return all.toString();
  }

  @Test
  void everyVectorIsReadAsItsMessage() throws Exception {
    Map<String, String> vectors = vectors();
    for (var sample : Samples.all().entrySet()) {
      byte[] bytes = HexFormat.of().parseHex(vectors.getOrDefault(sample.getKey(), ""));
      assertEquals(sample.getValue(), Codec.decode(ByteBuffer.wrap(bytes)), sample.getKey());
      assertEquals(bytes.length, Codec.encodedBytes(sample.getValue()), sample.getKey());
    }
  }

  @Test
  void everyMessageTypeHasASample() {
    assertEquals(MessageType.values().length, Samples.all().size());
  }

  @Test
  void theSpecificationStatesTheLimits() throws IOException {
    String text = specification();
    for (int limit :
        new int[] {
          Limits.DATAGRAM_BYTES,
          Limits.DATAGRAM_MESSAGE_BYTES,
          Limits.MESSAGE_BYTES,
          Limits.TILE_BYTES,
          Limits.WISHES,
          Limits.TEXT_BYTES,
          Limits.DEADLINE_MICROS,
          TileFragment.HEADER_BYTES,
          TileRepair.HEADER_BYTES,
          Limits.REPAIR_MEMBERS,
          Limits.SYMBOL_BYTES,
          Limits.SYMBOLS,
          Limits.REPAIR_ROWS
        }) {
      assertTrue(text.contains("`" + limit + "`"), "PROTOCOL.md does not state " + limit);
    }
  }

  @Test
  void aChangedLayoutNeedsANewVersion() throws Exception {
    String fingerprint = layout();
    String row = "| %d | `%s` |".formatted(Version.CURRENT, fingerprint);
    assertTrue(
        specification().contains(row),
        """
        what travels changed: raise Version.CURRENT, describe the change in PROTOCOL.md, renew the
        vectors, and add the row
        """
            + row);
  }

  /** Digest of names, types and codes of all that travels, its bounds and the vectors. */
  private static String layout() throws Exception {
    StringBuilder all = new StringBuilder();
    for (Class<?> type : Message.class.getPermittedSubclasses()) {
      describe(type, all);
    }
    for (Class<?> part :
        new Class<?>[] {
          Manifest.class, Recipe.class, Fingerprint.class, Grant.class, Protection.class, Wish.class
        }) {
      describe(part, all);
    }
    for (MessageType type : MessageType.values()) {
      all.append(type).append(type.code()).append('\n');
    }
    for (Reason reason : Reason.values()) {
      all.append(reason).append(reason.code()).append('\n');
    }
    for (Message.Pair.Step step : Message.Pair.Step.values()) {
      all.append(step).append(step.code()).append('\n');
    }
    for (var field : Limits.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
        all.append(field.getName()).append(field.get(null)).append('\n');
      }
    }
    Samples.all().forEach((name, message) -> all.append(name).append(hex(message)).append('\n'));
    return Fingerprint.sha256(all.toString().getBytes(StandardCharsets.UTF_8))
        .hex()
        .substring(0, 32);
  }

  private static void describe(Class<?> type, StringBuilder all) {
    all.append(type.getSimpleName());
    Arrays.stream(type.getRecordComponents())
        .map((RecordComponent part) -> part.getName() + ":" + part.getType().getSimpleName())
        .forEach(part -> all.append(' ').append(part));
    all.append('\n');
  }
}
