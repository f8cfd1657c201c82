package org.saccade.render.pass;

import org.saccade.render.scene.MeshPrimitive;
import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;

/**
 * How large a mesh is, and its texture on it.
 *
 * @param surface square metres of all its triangles
 * @param metresAUnit that a unit of the first texture coordinates spans, on average; 0 without any
 */
record MeshMeasures(double surface, float metresAUnit) {
  static MeshMeasures of(MeshPrimitive primitive) {
    Floats uv = primitive.uv0();
    Ints indices = primitive.indices();
    double picture = 0;
    for (int i = 0; i + 2 < indices.size() && !uv.isEmpty(); i += 3) {
      picture += doubledPicture(uv, indices.get(i), indices.get(i + 1), indices.get(i + 2)) / 2;
    }
    double surface = surface(primitive.positions(), indices);
    return new MeshMeasures(surface, picture > 0 ? (float) Math.sqrt(surface / picture) : 0);
  }

  /** Square metres of triangles. */
  static double surface(Floats positions, Ints indices) {
    double surface = 0;
    for (int i = 0; i + 2 < indices.size(); i += 3) {
      surface += doubledArea(positions, indices.get(i), indices.get(i + 1), indices.get(i + 2)) / 2;
    }
    return surface;
  }

  /** About how long an edge would be if so many triangles covered it. */
  float edge(long triangles) {
    return (float) Math.sqrt(2 * surface / Math.max(1, triangles));
  }

  /** Twice a triangle's area on the texture. */
  private static double doubledPicture(Floats uv, int a, int b, int c) {
    return Math.abs(
        (uv.get(2 * b) - uv.get(2 * a)) * (uv.get(2 * c + 1) - uv.get(2 * a + 1))
            - (uv.get(2 * c) - uv.get(2 * a)) * (uv.get(2 * b + 1) - uv.get(2 * a + 1)));
  }

  private static double doubledArea(Floats at, int a, int b, int c) {
    double x1 = at.get(3 * b) - at.get(3 * a);
    double y1 = at.get(3 * b + 1) - at.get(3 * a + 1);
    double z1 = at.get(3 * b + 2) - at.get(3 * a + 2);
    double x2 = at.get(3 * c) - at.get(3 * a);
    double y2 = at.get(3 * c + 1) - at.get(3 * a + 1);
    double z2 = at.get(3 * c + 2) - at.get(3 * a + 2);
    double x = y1 * z2 - z1 * y2;
    double y = z1 * x2 - x1 * z2;
    double z = x1 * y2 - y1 * x2;
    return Math.sqrt(x * x + y * y + z * z);
  }
}
