package org.saccade.render.scene;

import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;

/**
 * Indexed triangles of one material, in the node's space, metres. Primitives of one mesh follow
 * each other in {@link Scene#primitives}. Equal arrays may be shared between primitives.
 *
 * @param mesh index of the mesh it belongs to, matched by {@link Node#mesh}
 * @param material index into {@link Scene#materials}; always valid
 * @param positions three a vertex
 * @param normals three a vertex, unit; never empty
 * @param tangents four a vertex (w is the bitangent's sign); empty unless the material needs them
 * @param uv0 two a vertex, or empty
 * @param uv1 two a vertex, or empty
 * @param colours four a vertex, linear, or empty (white)
 * @param indices three a triangle, counter-clockwise seen from the front; all in range
 */
public record MeshPrimitive(
    int mesh,
    int material,
    Floats positions,
    Floats normals,
    Floats tangents,
    Floats uv0,
    Floats uv1,
    Floats colours,
    Ints indices,
    Aabb bounds) {

  public int vertexCount() {
    return positions.size() / 3;
  }

  public int triangleCount() {
    return indices.size() / 3;
  }
}
