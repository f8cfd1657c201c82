package org.saccade.render.scene;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small glb files for tests: a JSON tree to change at will, and a growing binary chunk. */
final class GlbWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode json = MAPPER.createObjectNode();
  private final ByteArrayOutputStream binary = new ByteArrayOutputStream();

  GlbWriter() {
    json.putObject("asset").put("version", "2.0");
    scene(0);
  }

  /** One triangle in the plane z = 0, seen from +z, on node 0. */
  static GlbWriter triangle() {
    var writer = new GlbWriter();
    int positions = writer.floats("VEC3", 0, 0, 0, 1, 0, 0, 0, 1, 0);
    int indices = writer.shorts(0, 1, 2);
    ObjectNode primitive = writer.primitive(positions);
    primitive.put("indices", indices);
    writer.node("triangle").put("mesh", 0);
    return writer;
  }

  ObjectNode json() {
    return json;
  }

  /** An element of a list of the document. */
  ObjectNode get(String list, int index) {
    return (ObjectNode) json.path(list).get(index);
  }

  ObjectNode add(String list) {
    return json.withArray("/" + list).addObject();
  }

  /** The default scene shall hold these nodes. */
  ObjectNode scene(int... roots) {
    json.remove("scenes");
    ObjectNode scene = add("scenes");
    ArrayNode nodes = scene.putArray("nodes");
    for (int root : roots) {
      nodes.add(root);
    }
    return scene;
  }

  ObjectNode node(String name) {
    return add("nodes").put("name", name);
  }

  /** A new mesh of one primitive with positions only. */
  ObjectNode primitive(int positions) {
    ObjectNode primitive = add("meshes").putArray("primitives").addObject();
    primitive.putObject("attributes").put("POSITION", positions);
    return primitive;
  }

  int floats(String type, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return accessor(bytes.array(), 5126, type, values.length / width(type));
  }

  int shorts(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return accessor(bytes.array(), 5123, "SCALAR", values.length);
  }

  int accessor(byte[] bytes, int componentType, String type, int count) {
    add("accessors")
        .put("bufferView", view(bytes))
        .put("componentType", componentType)
        .put("type", type)
        .put("count", count);
    return json.path("accessors").size() - 1;
  }

  /** A new buffer view over new bytes of the binary chunk. */
  int view(byte... bytes) {
    while (binary.size() % 4 != 0) {
      binary.write(0);
    }
    add("bufferViews")
        .put("buffer", 0)
        .put("byteOffset", binary.size())
        .put("byteLength", bytes.length);
    binary.writeBytes(bytes);
    return json.path("bufferViews").size() - 1;
  }

  byte[] binary() {
    return binary.toByteArray();
  }

  byte[] bytes() {
    if (!json.has("buffers") && binary.size() > 0) {
      add("buffers").put("byteLength", binary.size());
    }
    byte[] text = padded(json.toString().getBytes(StandardCharsets.UTF_8), (byte) ' ');
    byte[] rest = padded(binary.toByteArray(), (byte) 0);
    int size = 12 + 8 + text.length + 8 + rest.length;
    ByteBuffer dest = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    dest.putInt(0x46546C67).putInt(2).putInt(size);
    dest.putInt(text.length).putInt(0x4E4F534A).put(text);
    dest.putInt(rest.length).putInt(0x004E4942).put(rest);
    return dest.array();
  }

  Path write(Path folder) {
    return write(folder.resolve("test.glb"), bytes());
  }

  static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int width(String type) {
    return type.equals("SCALAR") ? 1 : type.charAt(3) - '0';
  }

  private static byte[] padded(byte[] bytes, byte filler) {
    byte[] dest = java.util.Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4);
    java.util.Arrays.fill(dest, bytes.length, dest.length, filler);
    return dest;
  }
}
