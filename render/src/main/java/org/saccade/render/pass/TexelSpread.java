package org.saccade.render.pass;

import org.saccade.render.scene.MeshPrimitive;
import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;

/** How large a texture lies on a mesh. Pure. */
final class TexelSpread {
  private TexelSpread() {}

  /** Metres that a unit of the first texture coordinates spans, on average; 0 without any. */
  static float metresAUnit(MeshPrimitive primitive) {
    Floats uv = primitive.uv0();
    Ints indices = primitive.indices();
    double surface = 0;
    double picture = 0;
    for (int i = 0; i + 2 < indices.size() && !uv.isEmpty(); i += 3) {
      int a = indices.get(i);
      int b = indices.get(i + 1);
      int c = indices.get(i + 2);
      surface += doubledArea(primitive.positions(), a, b, c);
      picture +=
          Math.abs(
              (uv.get(2 * b) - uv.get(2 * a)) * (uv.get(2 * c + 1) - uv.get(2 * a + 1))
                  - (uv.get(2 * c) - uv.get(2 * a)) * (uv.get(2 * b + 1) - uv.get(2 * a + 1)));
    }
    return picture > 0 ? (float) Math.sqrt(surface / picture) : 0;
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
