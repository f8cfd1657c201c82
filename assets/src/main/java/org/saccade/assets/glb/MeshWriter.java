package org.saccade.assets.glb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.saccade.assets.mesh.Mesh;
import org.saccade.assets.mesh.Vec;

/**
 * Turns a mesh into accessors: float positions, short normals and tangents (KHR_mesh_quantization),
 * texture coordinates as shorts where they lie in [0, 1], byte colours, the smallest index type.
 */
final class MeshWriter {
  private static final int FLOAT = 5126;
  private static final int SHORT = 5122;
  private static final int UNSIGNED_SHORT = 5123;
  private static final int UNSIGNED_INT = 5125;
  private static final int UNSIGNED_BYTE = 5121;

  private final BinaryChunk chunk;
  private final List<Map<String, Object>> accessors = new ArrayList<>();

  MeshWriter(BinaryChunk chunk) {
    this.chunk = chunk;
  }

  List<Map<String, Object>> accessors() {
    return accessors;
  }

  /** Returns the glTF primitive. */
  Map<String, Object> write(Mesh mesh, int material, boolean textured, boolean bumpy) {
    Map<String, Object> attributes = new TreeMap<>();
    attributes.put("POSITION", positions(mesh));
    attributes.put("NORMAL", normals(mesh));
    attributes.put("COLOR_0", colours(mesh));
    if (textured) {
      attributes.put("TEXCOORD_0", coordinates(mesh));
    }
    if (bumpy) {
      attributes.put("TANGENT", tangents(mesh));
    }
    return new TreeMap<>(
        Map.of("attributes", attributes, "indices", indices(mesh), "material", material));
  }

  int positions(Mesh mesh) {
    ByteBuffer data = BinaryChunk.block(mesh.vertexCount() * 12);
    float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
    float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
    for (int i = 0; i < mesh.vertexCount(); i++) {
      Vec at = mesh.position(i);
      float[] xyz = {(float) at.x(), (float) at.y(), (float) at.z()};
      for (int k = 0; k < 3; k++) {
        data.putFloat(xyz[k]);
        low[k] = Math.min(low[k], xyz[k]);
        high[k] = Math.max(high[k], xyz[k]);
      }
    }
    int view = chunk.add(data, BinaryChunk.VERTICES, 12);
    Map<String, Object> accessor = accessor(view, FLOAT, mesh.vertexCount(), "VEC3");
    accessor.put("min", List.of(low[0], low[1], low[2]));
    accessor.put("max", List.of(high[0], high[1], high[2]));
    return accessors.size() - 1;
  }

  private int normals(Mesh mesh) {
    ByteBuffer data = BinaryChunk.block(mesh.vertexCount() * 8);
    for (int i = 0; i < mesh.vertexCount(); i++) {
      putDirection(data, mesh.normal(i));
      data.putShort((short) 0);
    }
    int view = chunk.add(data, BinaryChunk.VERTICES, 8);
    accessor(view, SHORT, mesh.vertexCount(), "VEC3").put("normalized", true);
    return accessors.size() - 1;
  }

  private int tangents(Mesh mesh) {
    Vec[] tangents = Tangents.of(mesh);
    ByteBuffer data = BinaryChunk.block(mesh.vertexCount() * 8);
    for (int i = 0; i < mesh.vertexCount(); i++) {
      putDirection(data, tangents[i]);
      data.putShort(Short.MAX_VALUE);
    }
    int view = chunk.add(data, BinaryChunk.VERTICES, 8);
    accessor(view, SHORT, mesh.vertexCount(), "VEC4").put("normalized", true);
    return accessors.size() - 1;
  }

  private static void putDirection(ByteBuffer data, Vec direction) {
    data.putShort((short) Math.round(direction.x() * Short.MAX_VALUE));
    data.putShort((short) Math.round(direction.y() * Short.MAX_VALUE));
    data.putShort((short) Math.round(direction.z() * Short.MAX_VALUE));
  }

  private int colours(Mesh mesh) {
    ByteBuffer data = BinaryChunk.block(mesh.vertexCount() * 4);
    for (int i = 0; i < mesh.vertexCount(); i++) {
      Vec colour = mesh.colour(i);
      data.put(code(colour.x())).put(code(colour.y())).put(code(colour.z())).put((byte) 255);
    }
    int view = chunk.add(data, BinaryChunk.VERTICES, 4);
    accessor(view, UNSIGNED_BYTE, mesh.vertexCount(), "VEC4").put("normalized", true);
    return accessors.size() - 1;
  }

  private static byte code(double value) {
    return (byte) (int) (Math.clamp(value, 0.0, 1.0) * 255 + 0.5);
  }

  private int coordinates(Mesh mesh) {
    boolean small = true;
    for (int i = 0; i < mesh.vertexCount(); i++) {
      small &= mesh.u(i) >= 0 && mesh.u(i) <= 1 && mesh.v(i) >= 0 && mesh.v(i) <= 1;
    }
    ByteBuffer data = BinaryChunk.block(mesh.vertexCount() * (small ? 4 : 8));
    for (int i = 0; i < mesh.vertexCount(); i++) {
      if (small) {
        data.putShort((short) Math.round(mesh.u(i) * 65_535));
        data.putShort((short) Math.round(mesh.v(i) * 65_535));
      } else {
        data.putFloat(mesh.u(i)).putFloat(mesh.v(i));
      }
    }
    int view = chunk.add(data, BinaryChunk.VERTICES, small ? 4 : 8);
    var accessor = accessor(view, small ? UNSIGNED_SHORT : FLOAT, mesh.vertexCount(), "VEC2");
    if (small) {
      accessor.put("normalized", true);
    }
    return accessors.size() - 1;
  }

  private int indices(Mesh mesh) {
    boolean small = mesh.vertexCount() < 65_535;
    ByteBuffer data = BinaryChunk.block(mesh.indexCount() * (small ? 2 : 4));
    for (int i = 0; i < mesh.indexCount(); i++) {
      if (small) {
        data.putShort((short) mesh.index(i));
      } else {
        data.putInt(mesh.index(i));
      }
    }
    int view = chunk.add(data, BinaryChunk.INDICES, 0);
    accessor(view, small ? UNSIGNED_SHORT : UNSIGNED_INT, mesh.indexCount(), "SCALAR");
    return accessors.size() - 1;
  }

  int scalars(float[] values, int width) {
    ByteBuffer data = BinaryChunk.block(values.length * 4);
    for (float value : values) {
      data.putFloat(value);
    }
    int count = values.length / width;
    var accessor =
        accessor(chunk.add(data, 0, 0), FLOAT, count, width == 1 ? "SCALAR" : "VEC" + width);
    if (width == 1) {
      accessor.put("min", List.of(values[0]));
      accessor.put("max", List.of(values[count - 1]));
    }
    return accessors.size() - 1;
  }

  private Map<String, Object> accessor(int view, int component, int count, String type) {
    Map<String, Object> accessor = new TreeMap<>();
    accessor.put("bufferView", view);
    accessor.put("componentType", component);
    accessor.put("count", count);
    accessor.put("type", type);
    accessors.add(accessor);
    return accessor;
  }
}
