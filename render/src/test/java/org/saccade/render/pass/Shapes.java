package org.saccade.render.pass;

import org.saccade.render.scene.Aabb;
import org.saccade.render.scene.MeshPrimitive;
import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;

/** Small meshes for tests. */
final class Shapes {
  private static final int RINGS = 32;
  private static final int SIDES = 48;

  private Shapes() {}

  /** A ball of radius 1 around the origin. */
  static MeshPrimitive ball() {
    float[] positions = new float[3 * (RINGS + 1) * (SIDES + 1)];
    float[] uv = new float[2 * (RINGS + 1) * (SIDES + 1)];
    int[] indices = new int[6 * RINGS * SIDES];
    int index = 0;
    for (int vertex = 0; vertex < uv.length / 2; vertex++) {
      int r = vertex / (SIDES + 1);
      int s = vertex % (SIDES + 1);
      double polar = Math.PI * r / RINGS;
      double around = 2 * Math.PI * s / SIDES;
      positions[3 * vertex] = (float) (Math.sin(polar) * Math.sin(around));
      positions[3 * vertex + 1] = (float) Math.cos(polar);
      positions[3 * vertex + 2] = (float) (Math.sin(polar) * Math.cos(around));
      uv[2 * vertex] = (float) s / SIDES;
      uv[2 * vertex + 1] = (float) r / RINGS;
      if (r < RINGS && s < SIDES) {
        int below = vertex + SIDES + 1;
        int[] quad = {vertex, below, below + 1, vertex, below + 1, vertex + 1};
        System.arraycopy(quad, 0, indices, index, 6);
        index += 6;
      }
    }
    return primitive(positions, positions, uv, indices, new Aabb(-1, -1, -1, 1, 1, 1));
  }

  /** A square of side 2 around the origin, facing +Z. */
  static MeshPrimitive square() {
    return primitive(
        new float[] {-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0},
        new float[] {0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1},
        new float[] {0, 1, 1, 1, 1, 0, 0, 0},
        new int[] {0, 1, 2, 0, 2, 3},
        new Aabb(-1, -1, 0, 1, 1, 0));
  }

  /** The same square in a grid of many. */
  static MeshPrimitive grid(int cells) {
    int row = cells + 1;
    float[] positions = new float[3 * row * row];
    float[] normals = new float[3 * row * row];
    float[] uv = new float[2 * row * row];
    int[] indices = new int[6 * cells * cells];
    int index = 0;
    for (int vertex = 0; vertex < row * row; vertex++) {
      int x = vertex % row;
      int y = vertex / row;
      positions[3 * vertex] = 2f * x / cells - 1;
      positions[3 * vertex + 1] = 2f * y / cells - 1;
      normals[3 * vertex + 2] = 1;
      uv[2 * vertex] = (float) x / cells;
      uv[2 * vertex + 1] = 1 - (float) y / cells;
      if (x < cells && y < cells) {
        int above = vertex + row;
        int[] cell = {vertex, vertex + 1, above + 1, vertex, above + 1, above};
        System.arraycopy(cell, 0, indices, index, 6);
        index += 6;
      }
    }
    return primitive(positions, normals, uv, indices, new Aabb(-1, -1, 0, 1, 1, 0));
  }

  private static MeshPrimitive primitive(
      float[] positions, float[] normals, float[] uv, int[] indices, Aabb bounds) {
    return new MeshPrimitive(
        0,
        0,
        Floats.wrap(positions),
        Floats.wrap(normals),
        Floats.EMPTY,
        Floats.wrap(uv),
        Floats.EMPTY,
        Floats.EMPTY,
        Ints.wrap(indices),
        bounds);
  }
}
