package org.saccade.render.scene;

import org.saccade.render.tile.Floats;
import org.saccade.render.tile.Ints;

/** The vertex arrays of one primitive while it is being completed. */
record Attributes(
    Floats positions, Floats normals, Floats tangents, Floats uv0, Floats uv1, Floats colours) {

  Attributes withNormals(Floats completed) {
    return new Attributes(positions, completed, tangents, uv0, uv1, colours);
  }

  Attributes withTangents(Floats completed) {
    return new Attributes(positions, normals, completed, uv0, uv1, colours);
  }

  /** One vertex a triangle corner, so that each triangle can have its own normal. */
  Attributes unshared(Ints indices) {
    return new Attributes(
        pick(positions, 3, indices),
        Floats.EMPTY,
        Floats.EMPTY,
        pick(uv0, 2, indices),
        pick(uv1, 2, indices),
        pick(colours, 4, indices));
  }

  private static Floats pick(Floats from, int width, Ints indices) {
    if (from.isEmpty()) {
      return from;
    }
    float[] dest = new float[width * indices.size()];
    for (int i = 0; i < indices.size(); i++) {
      for (int c = 0; c < width; c++) {
        dest[width * i + c] = from.get(width * indices.get(i) + c);
      }
    }
    return Floats.wrap(dest);
  }
}
