package org.saccade.assets.glb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The binary chunk being filled: blocks at multiples of 4 bytes, each with its buffer view. */
final class BinaryChunk {
  static final int VERTICES = 34_962;
  static final int INDICES = 34_963;

  private final List<byte[]> blocks = new ArrayList<>();
  private final List<Map<String, Object>> views = new ArrayList<>();
  private long length;

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
    Map<String, Object> view = new TreeMap<>(Map.of("buffer", 0, "byteOffset", length));
    view.put("byteLength", bytes.length);
    if (target != 0) {
      view.put("target", target);
    }
    if (stride != 0) {
      view.put("byteStride", stride);
    }
    views.add(view);
    blocks.add(bytes);
    length += padded(bytes.length);
    return views.size() - 1;
  }

  List<Map<String, Object>> views() {
    return views;
  }

  long length() {
    return length;
  }

  void writeTo(OutputStream out) throws IOException {
    for (byte[] block : blocks) {
      out.write(block);
      out.write(new byte[padded(block.length) - block.length]);
    }
  }

  static int padded(int bytes) {
    return bytes + 3 & ~3;
  }
}
