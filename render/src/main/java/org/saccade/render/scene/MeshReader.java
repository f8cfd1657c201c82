package org.saccade.render.scene;

import de.javagl.jgltf.impl.v2.Mesh;
import java.util.ArrayList;
import java.util.List;
import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;

/** Meshes to triangle lists with all that drawing needs: normals always, tangents where used. */
final class MeshReader {
  private final SceneDocument document;
  private final Accessors accessors;
  private final AttributeReader attributes;
  private final MaterialReader materials;
  private long vertices;
  private long corners;

  MeshReader(SceneDocument document, Accessors accessors, MaterialReader materials) {
    this.document = document;
    this.accessors = accessors;
    this.attributes = new AttributeReader(document, accessors);
    this.materials = materials;
  }

  /** Reads the meshes that are used; others stay unread. */
  List<MeshPrimitive> read(boolean[] isUsed) throws SceneException {
    var all = new ArrayList<MeshPrimitive>();
    List<Mesh> meshes = SceneDocument.list(document.gltf().getMeshes());
    for (int mesh = 0; mesh < meshes.size(); mesh++) {
      var primitives = SceneDocument.list(meshes.get(mesh).getPrimitives());
      for (int i = 0; isUsed[mesh] && i < primitives.size(); i++) {
        document.limit("number of primitives", all.size() + 1L, Limits.PRIMITIVES);
        add(mesh, primitives.get(i), "meshes[%d].primitives[%d]".formatted(mesh, i), all);
      }
    }
    return all;
  }

  private void add(
      int mesh, de.javagl.jgltf.impl.v2.MeshPrimitive from, String field, List<MeshPrimitive> dest)
      throws SceneException {
    int mode = from.getMode() == null ? TriangleIndices.TRIANGLES : from.getMode();
    if (mode < 0 || mode > TriangleIndices.FAN) {
      throw document.broken(field + ".mode", "is " + mode + ", above 6");
    }
    if (mode < TriangleIndices.TRIANGLES) {
      document.ignore("points and lines");
      return;
    }
    if (!SceneDocument.list(from.getTargets()).isEmpty()) {
      document.ignore("morph targets");
    }
    if (from.getAttributes() == null || !from.getAttributes().containsKey("POSITION")) {
      document.ignore("primitives without positions");
      return;
    }
    Attributes read = attributes.read(from.getAttributes(), field);
    Ints indices = indices(from, mode, read.positions().size() / 3, field);
    if (!indices.isEmpty()) {
      dest.add(complete(mesh, materials.index(from.getMaterial(), field), read, indices, field));
    }
  }

  private Ints indices(
      de.javagl.jgltf.impl.v2.MeshPrimitive from, int mode, int vertexCount, String field)
      throws SceneException {
    Ints raw =
        from.getIndices() == null
            ? TriangleIndices.counting(vertexCount)
            : accessors.indices(from.getIndices(), field + ".indices");
    for (int i = 0; i < raw.size(); i++) {
      if (raw.get(i) < 0 || raw.get(i) >= vertexCount) {
        throw document.broken(
            field + ".indices",
            "names vertex %,d of %,d".formatted(Integer.toUnsignedLong(raw.get(i)), vertexCount));
      }
    }
    document.limit("number of triangle corners", corners + 3L * raw.size(), Limits.INDICES);
    Ints triangles = TriangleIndices.of(mode, raw);
    corners += triangles.size();
    return triangles;
  }

  private MeshPrimitive complete(
      int mesh, int material, Attributes read, Ints indices, String field) throws SceneException {
    Aabb bounds = attributes.bounds(read.positions(), field);
    Attributes full = read;
    Ints used = indices;
    boolean isFlat = read.normals().isEmpty();
    vertices += isFlat ? indices.size() : read.positions().size() / 3;
    document.limit("number of vertices", vertices, Limits.VERTICES);
    if (isFlat) {
      full = read.unshared(indices);
      full = full.withNormals(FlatNormals.of(full.positions()));
      used = TriangleIndices.counting(indices.size());
    }
    full = full.withTangents(tangents(full, material, used));
    return new MeshPrimitive(
        mesh,
        material,
        full.positions(),
        full.normals(),
        full.tangents(),
        full.uv0(),
        full.uv1(),
        full.colours(),
        used,
        bounds);
  }

  private Floats tangents(Attributes vertices, int material, Ints indices) {
    var map = materials.get(material).normalMap();
    if (map.isEmpty()) {
      return Floats.EMPTY;
    }
    Floats uv = map.get().texCoord() == 0 ? vertices.uv0() : vertices.uv1();
    if (!vertices.tangents().isEmpty() || uv.isEmpty()) {
      return vertices.tangents();
    }
    return VertexTangents.of(vertices.positions(), vertices.normals(), uv, indices);
  }
}
