package org.saccade.render.pass;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.MemoryUtil;
import org.saccade.render.gpu.Buffer;
import org.saccade.render.gpu.GpuScope;
import org.saccade.render.gpu.VertexArray;
import org.saccade.render.scene.MeshPrimitive;
import org.saccade.render.scene.Scene;
import org.saccade.render.tile.Floats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All vertices and indices of a scene in one set of buffers, one stream an attribute, so that any
 * primitives can share a multi-draw call. Streams that no primitive has are not stored.
 */
final class SceneMeshes {
  /** The binding of instance numbers, given anew for each draw. */
  static final int INSTANCE_BINDING = 6;

  private static final Logger LOG = LoggerFactory.getLogger(SceneMeshes.class);
  private static final int[] COMPONENTS = {3, 3, 4, 2, 2, 4};

  private final List<List<Level>> levels = new ArrayList<>();
  private final IdentityHashMap<Floats, Integer> placed = new IdentityHashMap<>();
  private final int[] baseVertices;
  private final boolean[] isOwner;
  private final VertexArray array;
  private final GpuScope gpu;
  private GpuScope indexScope;
  private Buffer indices;

  /**
   * A mesh, whole or simplified.
   *
   * @param error by how much it strays from the whole, metres in the node's space
   */
  record Level(float error, List<Chunk> chunks) {}

  SceneMeshes(GpuScope gpu, Scene scene) {
    this.gpu = gpu;
    List<MeshPrimitive> primitives = scene.primitives();
    baseVertices = new int[primitives.size()];
    isOwner = new boolean[primitives.size()];
    int vertices = placeVertices(primitives);
    array = gpu.vertexArray();
    List<Function<MeshPrimitive, Floats>> streams =
        List.of(
            MeshPrimitive::positions,
            MeshPrimitive::normals,
            MeshPrimitive::tangents,
            MeshPrimitive::uv0,
            MeshPrimitive::uv1,
            MeshPrimitive::colours);
    for (int i = 0; i < streams.size(); i++) {
      uploadStream(gpu, primitives, vertices, i, streams.get(i));
    }
    indexScope = gpu.child("indices");
    indices = uploadIndices(primitives);
    array.indices(indices);
    array
        .integers(INSTANCE_BINDING, INSTANCE_BINDING, 1, GL_UNSIGNED_INT, 0)
        .divisor(INSTANCE_BINDING, 1);
  }

  VertexArray array() {
    return array;
  }

  /** The whole mesh first, then what {@link #add} brought, coarser and coarser. */
  List<Level> levels(int primitive) {
    return levels.get(primitive);
  }

  /**
   * Adds simplified meshes, once; chunks given out before stay valid. Where there is no room for
   * them, meshes stay whole.
   */
  void add(MeshLevels simplified) {
    var data = spaceFor(simplified.indexCount() * Integer.BYTES);
    if (data == null) {
      return;
    }
    try {
      var ints = data.asIntBuffer();
      int first = Math.toIntExact(indices.bytes() / Integer.BYTES);
      for (int i = 0; i < levels.size(); i++) {
        var all = new ArrayList<>(levels.get(i));
        for (var level : simplified.of(i)) {
          int place = first + ints.position();
          all.add(new Level(level.error(), chunks(i, place, level.triangles())));
          ints.put(level.triangles().indices().asBuffer());
        }
        levels.set(i, List.copyOf(all));
      }
      replaceIndices(data);
    } finally {
      MemoryUtil.memFree(data);
    }
  }

  private @Nullable ByteBuffer spaceFor(long bytes) {
    try {
      if (bytes <= Integer.MAX_VALUE - indices.bytes()) {
        return MemoryUtil.memAlloc((int) bytes);
      }
      LOG.warn("no room for {} bytes of simplified meshes; they are drawn whole", bytes);
    } catch (OutOfMemoryError full) {
      LOG.warn("no memory for {} bytes of simplified meshes; they are drawn whole", bytes);
    }
    return null;
  }

  private void replaceIndices(ByteBuffer added) {
    var scope = gpu.child("indices");
    Buffer longer = scope.dynamicBuffer(indices.bytes() + added.remaining());
    glCopyNamedBufferSubData(indices.name(), longer.name(), 0, 0, indices.bytes());
    longer.write(indices.bytes(), added);
    array.indices(longer);
    indexScope.close();
    indexScope = scope;
    indices = longer;
  }

  private List<Chunk> chunks(int primitive, int first, ChunkedTriangles triangles) {
    int base = baseVertices[primitive];
    return triangles.parts().stream()
        .map(part -> new Chunk(primitive, first + part.first(), part.count(), base, part.bounds()))
        .toList();
  }

  private int placeVertices(List<MeshPrimitive> primitives) {
    int vertices = 0;
    for (int i = 0; i < baseVertices.length; i++) {
      MeshPrimitive primitive = primitives.get(i);
      Integer twin = placed.get(primitive.positions());
      if (twin != null && sharesVertices(primitives.get(twin), primitive)) {
        baseVertices[i] = baseVertices[twin];
      } else {
        placed.put(primitive.positions(), i);
        baseVertices[i] = vertices;
        isOwner[i] = true;
        vertices += primitive.vertexCount();
      }
    }
    return vertices;
  }

  private static boolean sharesVertices(MeshPrimitive a, MeshPrimitive b) {
    return a.normals().equals(b.normals())
        && a.tangents().equals(b.tangents())
        && a.uv0().equals(b.uv0())
        && a.uv1().equals(b.uv1())
        && a.colours().equals(b.colours());
  }

  private void uploadStream(
      GpuScope gpu,
      List<MeshPrimitive> primitives,
      int vertices,
      int attribute,
      Function<MeshPrimitive, Floats> stream) {
    if (primitives.stream().allMatch(primitive -> stream.apply(primitive).isEmpty())) {
      return;
    }
    int components = COMPONENTS[attribute];
    var data = MemoryUtil.memAlloc(Math.multiplyExact(vertices, components * Float.BYTES));
    try {
      var floats = data.asFloatBuffer();
      for (int i = 0; i < primitives.size(); i++) {
        if (isOwner[i]) {
          Floats values = stream.apply(primitives.get(i));
          int missing = primitives.get(i).vertexCount() * components - values.size();
          floats.put(values.asBuffer());
          for (int f = 0; f < missing; f++) {
            floats.put(1);
          }
        }
      }
      Buffer buffer = gpu.buffer(data);
      array
          .buffer(attribute, buffer, 0, components * Float.BYTES)
          .attribute(attribute, attribute, components, GL_FLOAT, false, 0);
    } finally {
      MemoryUtil.memFree(data);
    }
  }

  private Buffer uploadIndices(List<MeshPrimitive> primitives) {
    long count = primitives.stream().mapToLong(primitive -> primitive.indices().size()).sum();
    var data = MemoryUtil.memAlloc(Math.toIntExact(Math.max(1, count) * Integer.BYTES));
    try {
      var ints = data.asIntBuffer();
      for (int i = 0; i < primitives.size(); i++) {
        var primitive = primitives.get(i);
        var triangles = ChunkSplitter.split(primitive.positions(), primitive.indices());
        levels.add(List.of(new Level(0, chunks(i, ints.position(), triangles))));
        ints.put(triangles.indices().asBuffer());
      }
      return indexScope.buffer(data);
    } finally {
      MemoryUtil.memFree(data);
    }
  }
}
