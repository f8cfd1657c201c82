package org.saccade.render.pass;

import org.saccade.render.scene.Aabb;

/**
 * A run of triangles of one primitive that lie close together, culled and sorted as one.
 *
 * @param bounds in the node's space
 */
record Chunk(int primitive, int firstIndex, int indexCount, int baseVertex, Aabb bounds) {}
