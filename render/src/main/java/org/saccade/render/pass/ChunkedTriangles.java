package org.saccade.render.pass;

import java.util.List;
import org.saccade.render.scene.Aabb;
import org.saccade.render.tile.Ints;

/**
 * Triangles in an order in which those of a chunk follow each other.
 *
 * @param indices three a triangle
 * @param parts one chunk after the other
 */
record ChunkedTriangles(Ints indices, List<Part> parts) {

  /**
   * A chunk.
   *
   * @param first of its indices
   * @param count of its indices
   * @param bounds in the mesh's space
   */
  record Part(int first, int count, Aabb bounds) {}
}
