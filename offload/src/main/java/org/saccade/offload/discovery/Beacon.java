package org.saccade.offload.discovery;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.saccade.offload.protocol.Texts;

/**
 * What an edge says of itself to who asks; PROTOCOL.md has its layout. Nobody vouches for it.
 *
 * @param number the question's
 * @param port of TCP and UDP
 * @param sessions devices served now
 * @param mostSessions devices it would serve
 * @param key fingerprint of its key, 32 hexadecimal digits
 * @param name of the edge, for people
 * @param scene of the scene it serves; empty while it is loading
 */
record Beacon(
    long number, int port, int sessions, int mostSessions, String key, String name, String scene) {
  static final int KIND = 2;

  /** A text, in bytes of UTF-8. */
  static final int TEXT_BYTES = 64;

  private static final int KEY_BYTES = 16;

  Beacon {
    name = Texts.bounded(name, TEXT_BYTES);
    scene = Texts.bounded(scene, TEXT_BYTES);
  }

  ByteBuffer encode() {
    ByteBuffer bytes = ByteBuffer.allocate(Call.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(Call.MARK).put((byte) Call.FORMAT).put((byte) KIND).putShort((short) port);
    bytes.putLong(number).putShort((short) sessions).putShort((short) mostSessions);
    bytes.put(java.util.HexFormat.of().parseHex(key));
    put(bytes, name);
    put(bytes, scene);
    return bytes.flip();
  }

  private static void put(ByteBuffer bytes, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes.put((byte) utf8.length).put(utf8);
  }

  /** The answer in a datagram; empty when it is none. */
  static Optional<Beacon> decode(ByteBuffer datagram) {
    ByteBuffer in = datagram.order(ByteOrder.LITTLE_ENDIAN);
    int fixed = 4 + 1 + 1 + 2 + 8 + 2 + 2 + KEY_BYTES;
    if (in.remaining() < fixed + 2
        || in.remaining() > Call.BYTES
        || in.getInt() != Call.MARK
        || in.get() != Call.FORMAT
        || in.get() != KIND) {
      return Optional.empty();
    }
    int port = in.getShort() & 0xFFFF;
    long number = in.getLong();
    int sessions = in.getShort() & 0xFFFF;
    int mostSessions = in.getShort() & 0xFFFF;
    byte[] key = new byte[KEY_BYTES];
    in.get(key);
    Optional<String> name = text(in);
    Optional<String> scene = name.isEmpty() ? name : text(in);
    if (scene.isEmpty() || in.hasRemaining() || port == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Beacon(
            number,
            port,
            sessions,
            mostSessions,
            java.util.HexFormat.of().formatHex(key),
            name.orElseThrow(),
            scene.orElseThrow()));
  }

  private static Optional<String> text(ByteBuffer in) {
    int length = in.hasRemaining() ? in.get() & 0xFF : TEXT_BYTES + 1;
    if (length > TEXT_BYTES || length > in.remaining()) {
      return Optional.empty();
    }
    ByteBuffer part = in.slice(in.position(), length);
    in.position(in.position() + length);
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(part).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }
}
