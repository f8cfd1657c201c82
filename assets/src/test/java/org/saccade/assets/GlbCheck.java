package org.saccade.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a binary glTF file and asserts what the specification asks of one. */
final class GlbCheck {
  private static final Map<Integer, Integer> COMPONENT_BYTES =
      Map.of(5120, 1, 5121, 1, 5122, 2, 5123, 2, 5125, 4, 5126, 4);
  private static final Map<String, Integer> WIDTHS =
      Map.of("SCALAR", 1, "VEC2", 2, "VEC3", 3, "VEC4", 4);

  private final Map<String, Object> root;
  private final ByteBuffer binary;
  private long triangles;

  GlbCheck(byte[] file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(0x46546C67, bytes.getInt(0), "magic");
    assertEquals(2, bytes.getInt(4), "version");
    assertEquals(file.length, bytes.getInt(8), "length");
    int jsonLength = bytes.getInt(12);
    assertEquals(0, jsonLength % 4);
    try (JsonParser parser = new JsonFactory().createParser(file, 20, jsonLength)) {
      parser.nextToken();
      root = map(read(parser));
    }
    int binaryLength = bytes.getInt(20 + jsonLength);
    assertEquals(file.length, 28 + jsonLength + binaryLength);
    binary = bytes.slice(28 + jsonLength, binaryLength).order(ByteOrder.LITTLE_ENDIAN);
    check();
  }

  long triangles() {
    return triangles;
  }

  List<Map<String, Object>> list(String key) {
    return maps(root.getOrDefault(key, List.of()));
  }

  Map<String, Object> root() {
    return root;
  }

  private void check() {
    for (var view : list("bufferViews")) {
      assertEquals(0, number(view, "byteOffset") % 4, "a view's alignment");
      assertTrue(number(view, "byteOffset") + number(view, "byteLength") <= binary.capacity());
    }
    list("accessors").forEach(this::accessor);
    for (var mesh : list("meshes")) {
      maps(get(mesh, "primitives")).forEach(this::primitive);
    }
    boolean[] hung = new boolean[list("nodes").size()];
    for (var node : list("nodes")) {
      for (Object child : (List<?>) node.getOrDefault("children", List.of())) {
        assertTrue(!hung[(int) child], "a node with two parents");
        hung[(int) child] = true;
      }
      if (node.containsKey("mesh")) {
        var primitives = maps(get(list("meshes").get(number(node, "mesh")), "primitives"));
        for (var primitive : primitives) {
          triangles += number(list("accessors").get(number(primitive, "indices")), "count") / 3;
        }
      }
    }
  }

  private void accessor(Map<String, Object> accessor) {
    var view = list("bufferViews").get(number(accessor, "bufferView"));
    int width = Objects.requireNonNull(WIDTHS.get(get(accessor, "type")));
    int bytes = Objects.requireNonNull(COMPONENT_BYTES.get(number(accessor, "componentType")));
    int stride = view.containsKey("byteStride") ? number(view, "byteStride") : width * bytes;
    assertEquals(0, stride % bytes);
    int count = number(accessor, "count");
    assertTrue((count - 1) * stride + width * bytes <= number(view, "byteLength"), "too short");
    if (number(accessor, "componentType") == 5126) {
      floats(accessor, number(view, "byteOffset"), stride, width);
    }
  }

  private void floats(Map<String, Object> accessor, int offset, int stride, int width) {
    for (int k = 0; k < width; k++) {
      float low = Float.MAX_VALUE;
      float high = -Float.MAX_VALUE;
      for (int i = 0; i < number(accessor, "count"); i++) {
        float value = binary.getFloat(offset + i * stride + k * 4);
        assertTrue(Float.isFinite(value));
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      if (accessor.containsKey("min")) {
        assertEquals(low, decimal(accessor, "min", k), 0.0f, "min");
        assertEquals(high, decimal(accessor, "max", k), 0.0f, "max");
      }
    }
  }

  private void primitive(Map<String, Object> primitive) {
    Map<String, Object> attributes = map(get(primitive, "attributes"));
    var position = list("accessors").get(number(attributes, "POSITION"));
    assertTrue(position.containsKey("min") && position.containsKey("max"));
    int vertices = number(position, "count");
    for (Object attribute : attributes.values()) {
      assertEquals(vertices, number(list("accessors").get((int) attribute), "count"));
    }
    assertTrue(number(primitive, "material") < list("materials").size());
    var indices = list("accessors").get(number(primitive, "indices"));
    int offset = number(list("bufferViews").get(number(indices, "bufferView")), "byteOffset");
    boolean small = number(indices, "componentType") == 5123;
    for (int i = 0; i < number(indices, "count"); i++) {
      int index = small ? binary.getShort(offset + i * 2) & 0xFFFF : binary.getInt(offset + i * 4);
      assertTrue(index >= 0 && index < vertices, "an index beyond its vertices");
    }
    normals(list("accessors").get(number(attributes, "NORMAL")));
  }

  private void normals(Map<String, Object> accessor) {
    var view = list("bufferViews").get(number(accessor, "bufferView"));
    for (int i = 0; i < number(accessor, "count"); i++) {
      int at = number(view, "byteOffset") + i * number(view, "byteStride");
      double x = binary.getShort(at) / 32_767.0;
      double y = binary.getShort(at + 2) / 32_767.0;
      double z = binary.getShort(at + 4) / 32_767.0;
      assertEquals(1, Math.sqrt(x * x + y * y + z * z), 1e-3, "a normal's length");
    }
  }

  static int number(Map<String, Object> map, String key) {
    return ((Number) get(map, key)).intValue();
  }

  static Object get(Map<String, Object> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }

  private static float decimal(Map<String, Object> map, String key, int at) {
    return ((Number) ((List<?>) get(map, key)).get(at)).floatValue();
  }

  @SuppressWarnings("unchecked") // read() makes only such maps
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // read() makes only such lists
  private static List<Map<String, Object>> maps(Object value) {
    return (List<Map<String, Object>>) value;
  }

  private static Object read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          map.put(key, read(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(read(parser));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> parser.getIntValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      default -> throw new IOException("unexpected " + parser.currentToken());
    };
  }
}
