package org.saccade.render.scene;

import org.saccade.render.tile.Floats;

/** Normals for files without: each triangle's own, as glTF prescribes. */
final class FlatNormals {
  private FlatNormals() {}

  /** Three equal normals a triangle; positions are unshared, nine floats a triangle. */
  static Floats of(Floats positions) {
    float[] p = positions.toArray();
    float[] normals = new float[p.length];
    for (int i = 0; i + 8 < p.length; i += 9) {
      float ax = p[i + 3] - p[i];
      float ay = p[i + 4] - p[i + 1];
      float az = p[i + 5] - p[i + 2];
      float bx = p[i + 6] - p[i];
      float by = p[i + 7] - p[i + 1];
      float bz = p[i + 8] - p[i + 2];
      float x = ay * bz - az * by;
      float y = az * bx - ax * bz;
      float z = ax * by - ay * bx;
      float length = (float) Math.sqrt(x * x + y * y + z * z);
      boolean hasArea = length > 0 && Float.isFinite(length);
      for (int corner = i; corner < i + 9; corner += 3) {
        normals[corner] = hasArea ? x / length : 0;
        normals[corner + 1] = hasArea ? y / length : 1;
        normals[corner + 2] = hasArea ? z / length : 0;
      }
    }
    return Floats.wrap(normals);
  }
}
