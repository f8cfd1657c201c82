package org.saccade.assets.glb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The binary chunk being filled: blocks at multiples of 4 bytes, each with its buffer view. A block
 * may still be in the making until the chunk is laid out.
 */
final class BinaryChunk {
  static final int VERTICES = 34_962;
  static final int INDICES = 34_963;

  private final List<Supplier<byte[]>> blocks = new ArrayList<>();
  private final List<Map<String, Object>> views = new ArrayList<>();

  static ByteBuffer block(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] words(int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(words.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : words) {
      bytes.putInt(word);
    }
    return bytes.array();
  }

  /** Adds a filled block. */
  int add(ByteBuffer block, int target, int stride) {
    byte[] bytes = new byte[block.flip().remaining()];
    block.get(bytes);
    return add(bytes, target, stride);
  }

  /** Adds bytes and returns their view's number; {@code target} and {@code stride} may be 0. */
  int add(byte[] bytes, int target, int stride) {
    return add(() -> bytes, target, stride);
  }

  /** The same for bytes that are asked for at the end. */
  int add(Supplier<byte[]> block, int target, int stride) {
    Map<String, Object> view = new TreeMap<>(Map.of("buffer", 0));
    if (target != 0) {
      view.put("target", target);
    }
    if (stride != 0) {
      view.put("byteStride", stride);
    }
    views.add(view);
    blocks.add(block);
    return views.size() - 1;
  }

  /**
   * Gives every view its place; waits for blocks still in the making. Returns all bytes' number.
   */
  long layOut() {
    long length = 0;
    for (int i = 0; i < blocks.size(); i++) {
      int bytes = blocks.get(i).get().length;
      views.get(i).put("byteOffset", length);
      views.get(i).put("byteLength", bytes);
      length += padded(bytes);
    }
    return length;
  }

  List<Map<String, Object>> views() {
    return views;
  }

  void writeTo(OutputStream out) throws IOException {
    for (Supplier<byte[]> block : blocks) {
      byte[] bytes = block.get();
      out.write(bytes);
      out.write(new byte[padded(bytes.length) - bytes.length]);
    }
  }

  static int padded(int bytes) {
    return bytes + 3 & ~3;
  }
}
