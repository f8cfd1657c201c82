package org.saccade.render.scene;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

/** The two parts of a glTF file: its JSON and, in a {@code .glb}, the binary chunk. */
record GlbContainer(ByteBuffer json, Optional<ByteBuffer> binary) {
  private static final int MAGIC = 0x46546C67;
  private static final int JSON = 0x4E4F534A;
  private static final int BIN = 0x004E4942;
  private static final int HEADER = 12;
  private static final int CHUNK_HEADER = 8;

  /** Takes the file apart, checking every length against the bytes that are there. */
  static GlbContainer parse(Path file, byte[] bytes) throws SceneException {
    if (bytes.length == 0) {
      throw new SceneException(file, "file", "is empty", "name a .glb or .gltf file");
    }
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < 4 || all.getInt(0) != MAGIC) {
      return new GlbContainer(all, Optional.empty());
    }
    checkHeader(file, all);
    ByteBuffer json = chunk(file, all, HEADER, JSON, "JSON");
    int next = HEADER + CHUNK_HEADER + json.remaining();
    if (all.limit() - next < CHUNK_HEADER || all.getInt(next + 4) != BIN) {
      return new GlbContainer(json, Optional.empty());
    }
    return new GlbContainer(json, Optional.of(chunk(file, all, next, BIN, "BIN")));
  }

  private static void checkHeader(Path file, ByteBuffer all) throws SceneException {
    if (all.limit() < HEADER + CHUNK_HEADER) {
      throw broken(file, "file", "ends after %d bytes, inside the header".formatted(all.limit()));
    }
    if (all.getInt(4) != 2) {
      String version = "is " + Integer.toUnsignedString(all.getInt(4)) + ", but only 2 is read";
      throw new SceneException(file, "header.version", version, "export the file as glTF 2.0");
    }
    long length = Integer.toUnsignedLong(all.getInt(8));
    if (length != all.limit()) {
      throw broken(
          file,
          "header.length",
          "is %,d bytes, but the file has %,d: it was cut or changed"
              .formatted(length, all.limit()));
    }
  }

  private static ByteBuffer chunk(Path file, ByteBuffer all, int at, int type, String name)
      throws SceneException {
    if (all.getInt(at + 4) != type) {
      throw broken(file, "chunk at byte " + at, "is not the " + name + " chunk expected there");
    }
    long length = Integer.toUnsignedLong(all.getInt(at));
    long rest = (long) all.limit() - at - CHUNK_HEADER;
    if (length > rest) {
      throw broken(
          file,
          name + " chunk",
          "claims %,d bytes, but only %,d are left in the file".formatted(length, rest));
    }
    return all.slice(at + CHUNK_HEADER, (int) length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static SceneException broken(Path file, String field, String value) {
    return new SceneException(file, field, value, "copy or export the file again");
  }
}
